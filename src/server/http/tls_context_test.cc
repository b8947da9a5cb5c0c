#include "server/http/wire_test_kit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace masar::server {
namespace {

using ::testing::HasSubstr;

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

/// A key and a certificate that it signs itself; made here, so that no key is kept with the sources.
TlsText self_signed() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    BIO* pem = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(pem, certificate);
    BIO* key_pem = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(key_pem, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return {text_of(pem), text_of(key_pem)};
}

/// What comes back over TLS, of at most the version given; empty when there is no agreement.
std::string ask_over_tls(const RawClient& client, std::string_view request, int most = TLS1_3_VERSION) {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, 0);
    SSL_CTX_set_max_proto_version(context, most);
    SSL* tls = SSL_new(context);
    SSL_set_fd(tls, client.socket());
    std::string answer;
    if (SSL_connect(tls) == 1) {
        SSL_write(tls, request.data(), static_cast<int>(request.size()));
        char buffer[4096];
        for (int count = 0; (count = SSL_read(tls, buffer, sizeof buffer)) > 0;)
            answer.append(buffer, static_cast<std::size_t>(count));
    }
    SSL_free(tls);
    SSL_CTX_free(context);
    return answer;
}

const std::string request = "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

TEST_F(WireTest, SpeaksTlsWithGivenFiles) {
    Listening listening;
    listening.tls = self_signed();
    start(listening);
    EXPECT_THAT(ask_over_tls(client(), request), HasSubstr("GET /secret"));
    EXPECT_THAT(ask_over_tls(client(), request, TLS1_2_VERSION), HasSubstr("GET /secret"));
    EXPECT_EQ(ask_over_tls(client(), request, TLS1_1_VERSION), "");
    EXPECT_EQ(client().ask(request).find("200 OK"), std::string::npos);  // not without it
}

TEST_F(WireTest, RefusesCertificatesAndKeysThatAreNone) {
    Listening listening;
    listening.port = 0;
    listening.tls = TlsText{"no certificate", "no key"};
    auto opened = HttpServer::open(listening, answerer);
    ASSERT_FALSE(opened.has_value());
    EXPECT_THAT(opened.error().message.en, HasSubstr("no certificate in PEM form"));
    listening.tls = TlsText{self_signed().certificates, self_signed().key};
    opened = HttpServer::open(listening, answerer);
    ASSERT_FALSE(opened.has_value());
    EXPECT_THAT(opened.error().message.en, HasSubstr("no private key of this certificate"));
}

}  // namespace
}  // namespace masar::server
