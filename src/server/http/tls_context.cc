#include "server/http/tls_context.h"

#include <openssl/ssl.h>

namespace masar::server {
namespace {

constexpr const char* ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// We speak HTTP/1.1 and nothing else; a client that does not ask is none the worse.
int choose_protocol(SSL* /*connection*/, const unsigned char** chosen, unsigned char* length,
                    const unsigned char* offered, unsigned offered_length, void* /*own*/) {
    static constexpr unsigned char ours[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, ours, sizeof ours, offered, offered_length) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

base::Result<boost::asio::ssl::context> tls_context(const TlsText& text) {
    namespace asio = boost::asio;
    asio::ssl::context context(asio::ssl::context::tls_server);
    SSL_CTX* native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_cipher_list(native, ciphers);
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    boost::system::error_code error;
    context.use_certificate_chain(asio::buffer(text.certificates), error);
    if (error)
        return base::failure(base::Error::Kind::malformed, {"the certificate file holds no certificate in PEM form",
                                                            "ملف الشهادة لا يحوي شهادة بصيغة PEM"});
    context.use_private_key(asio::buffer(text.key), asio::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1)
        return base::failure(base::Error::Kind::malformed,
                             {"the key file holds no private key of this certificate in PEM form",
                              "ملف المفتاح لا يحوي المفتاح الخاص لهذه الشهادة بصيغة PEM"});
    return context;
}

}  // namespace masar::server
