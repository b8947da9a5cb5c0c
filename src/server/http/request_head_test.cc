#include "server/http/request_head.h"

#include <gtest/gtest.h>

#include <string>

namespace masar::server {
namespace {

HeadShape shape_of(const std::string& fields, const std::string& first = "GET /a HTTP/1.1") {
    return inspect_head(first + "\r\n" + fields + "\r\n", 64);
}
HeadFault fault_of(const std::string& fields, const std::string& first = "GET /a HTTP/1.1") {
    return shape_of(fields, first).fault;
}

TEST(RequestHead, TakesAnOrdinaryOne) {
    const HeadShape shape =
        shape_of("Host: localhost:8080\r\nAccept: */*\r\nContent-Length: 12\r\n", "POST /a HTTP/1.1");
    EXPECT_EQ(shape.fault, HeadFault::none);
    EXPECT_EQ(shape.length, 12);
    EXPECT_TRUE(shape.keep_alive);
    EXPECT_TRUE(shape.has_body());
}

TEST(RequestHead, KnowsWhoseConnectionGoesOn) {
    EXPECT_FALSE(shape_of("Host: a\r\nConnection: close\r\n").keep_alive);
    EXPECT_FALSE(shape_of("Host: a\r\nConnection: x, Close\r\n").keep_alive);
    EXPECT_FALSE(shape_of("Host: a\r\n", "GET / HTTP/1.0").keep_alive);
    EXPECT_TRUE(shape_of("Host: a\r\nConnection: keep-alive\r\n", "GET / HTTP/1.0").keep_alive);
    EXPECT_TRUE(shape_of("Host: a\r\nExpect: 100-continue\r\n").expects_continue);
}

// The shapes by which one request hides in another (RFC 9112, 11.2; "HTTP Desync Attacks", Kettle 2019).
TEST(RequestHead, RefusesWhatFramesAMessageTwice) {
    EXPECT_EQ(fault_of("Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"), HeadFault::length_and_more);
    EXPECT_EQ(fault_of("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n"), HeadFault::length_and_more);
    EXPECT_EQ(fault_of("Host: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n"), HeadFault::bad_length);
    EXPECT_EQ(fault_of("Host: a\r\nContent-Length: 5, 5\r\n"), HeadFault::bad_length);
    for (const char* length : {"+5", "-1", "0x5", "5 5", "", "99999999999999999999", "5\t6"})
        EXPECT_EQ(fault_of("Host: a\r\nContent-Length: " + std::string(length) + "\r\n"), HeadFault::bad_length)
            << length;
    for (const char* encoding : {"gzip", "chunked, chunked", "xchunked", "identity", "chunked;q=1", "\"chunked\""})
        EXPECT_EQ(fault_of("Host: a\r\nTransfer-Encoding: " + std::string(encoding) + "\r\n"), HeadFault::bad_encoding)
            << encoding;
    EXPECT_EQ(fault_of("Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
              HeadFault::bad_encoding);
    EXPECT_EQ(fault_of("Host: a\r\nTransfer-Encoding: chunked\r\n", "POST / HTTP/1.0"), HeadFault::bad_encoding);
}

TEST(RequestHead, RefusesNamesThatOthersMightReadOtherwise) {
    EXPECT_EQ(fault_of("Host: a\r\nContent-Length : 5\r\n"), HeadFault::bad_field);
    EXPECT_EQ(fault_of("Host: a\r\nContent\x0bLength: 5\r\n"), HeadFault::bad_field);
    EXPECT_EQ(fault_of("Host: a\r\n: 5\r\n"), HeadFault::bad_field);
    EXPECT_EQ(fault_of("Host: a\r\nno colon\r\n"), HeadFault::bad_field);
    EXPECT_EQ(fault_of("Host: a\r\n Folded: 5\r\n"), HeadFault::folded_line);
    EXPECT_EQ(fault_of("Host: a\r\nX: 1\r\n\tTransfer-Encoding: chunked\r\n"), HeadFault::folded_line);
    EXPECT_EQ(fault_of(" Host: a\r\n"), HeadFault::folded_line);
}

TEST(RequestHead, RefusesLinesThatDoNotEndAsTheyShould) {
    EXPECT_EQ(fault_of("Host: a\nTransfer-Encoding: chunked\r\n"), HeadFault::bad_bytes);
    EXPECT_EQ(fault_of("Host: a\r\nX: b\nY: c\r\n"), HeadFault::bad_bytes);
    EXPECT_EQ(fault_of("Host: a\r\nX: b\rY: c\r\n"), HeadFault::bad_bytes);
    EXPECT_EQ(fault_of(std::string("Host: a\r\nX: b\0c\r\n", 18)), HeadFault::bad_bytes);
    EXPECT_EQ(fault_of("Host: a\r\n", "GET /\n HTTP/1.1"), HeadFault::bad_bytes);
}

TEST(RequestHead, WantsOneHost) {
    EXPECT_EQ(fault_of(""), HeadFault::bad_host);
    EXPECT_EQ(fault_of("Host: a\r\nHost: b\r\n"), HeadFault::bad_host);
    EXPECT_EQ(fault_of("Host: a/b\r\n"), HeadFault::bad_host);
    EXPECT_EQ(fault_of("Host: user@a\r\n"), HeadFault::bad_host);
    EXPECT_EQ(fault_of("Host: a, b\r\n"), HeadFault::bad_host);
    EXPECT_EQ(fault_of("Host: [::1]:8080\r\n"), HeadFault::none);
    EXPECT_EQ(fault_of("", "GET / HTTP/1.0"), HeadFault::none);
}

TEST(RequestHead, RefusesFirstLinesThatAreNone) {
    for (const char* line :
         {"", "GET", "GET /", "GET  HTTP/1.1", "G\x01T / HTTP/1.1", "(GET) / HTTP/1.1", "GET /a b HTTP/1.1"})
        EXPECT_NE(fault_of("Host: a\r\n", line), HeadFault::none) << line;
    EXPECT_EQ(fault_of("Host: a\r\n", "GET / HTTP/2.0"), HeadFault::bad_version);
    EXPECT_EQ(fault_of("Host: a\r\n", "GET / HTTP/1.1x"), HeadFault::bad_version);
    EXPECT_EQ(fault_of("Host: a\r\n", "GET / http/1.1"), HeadFault::bad_version);
}

TEST(RequestHead, CountsFields) {
    std::string fields = "Host: a\r\n";
    for (int i = 0; i < 63; ++i) fields += "X: y\r\n";
    EXPECT_EQ(fault_of(fields), HeadFault::none);
    EXPECT_EQ(fault_of(fields + "X: y\r\n"), HeadFault::too_many_fields);
}

TEST(RequestHead, EndsBehindItsEmptyLine) {
    EXPECT_EQ(end_of_head("GET / HTTP/1.1\r\n\r\nbody"), 18U);
    EXPECT_EQ(end_of_head("GET / HTTP/1.1\r\n\n"), std::string_view::npos);
}

}  // namespace
}  // namespace masar::server
