#include "store/secrets.h"

#include "base/sha256.h"

#include <sodium.h>

#include <array>

namespace masar::store {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} << 20;

/// Before the first use; it may be called again and from any thread.
void make_ready() {
    static const bool ready = sodium_init() >= 0;
    static_cast<void>(ready);
}

}  // namespace

std::string random_token() {
    make_ready();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_encoded_len(bytes.size(), form), '\0');
    sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), form);
    token.resize(token.find('\0'));
    return token;
}

std::string token_hash(std::string_view token) { return base::sha256_hex(token); }

std::string password_hash(std::string_view password) {
    make_ready();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int made = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                                           crypto_pwhash_ALG_ARGON2ID13);
    return made == 0 ? std::string(hash.data()) : std::string();
}

bool password_matches(const std::string& hash, std::string_view password) {
    make_ready();
    return !hash.empty() && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void compare_with_nobody(std::string_view password) {
    static const std::string nobody = password_hash(random_token());
    static_cast<void>(password_matches(nobody, password));
}

bool same_secret(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace masar::store
