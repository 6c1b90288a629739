// What the server itself refuses, before or without the service.
#pragma once

#include "kernel/text.h"
#include "platform/http/message.h"

namespace sluis::http {

struct Fault {
  int status;
  std::string_view code;  // stable, as those of the API
  Text text;
};

// Null: nothing is wrong.
using MaybeFault = const Fault*;

// The problem+json that the API speaks, too.
Reply reply_to(const Fault& fault, Language language);

inline constexpr Fault kBadRequestLine{
    400,
    "bad_request_line",
    {"The request line cannot be read; it should be like: GET /path HTTP/1.1.",
     "De eerste regel van het verzoek is onleesbaar; zo hoort hij: GET /pad HTTP/1.1."}};
inline constexpr Fault kBadTarget{
    400,
    "bad_target",
    {"The address asked for is not a path; it starts with / and has only ASCII characters.",
     "Het gevraagde adres is geen pad; dat begint met / en heeft alleen ASCII-tekens."}};
inline constexpr Fault kBadField{
    400,
    "bad_field",
    {"A header field cannot be read; each is one line 'Name: value' without control characters.",
     "Een kopregel is onleesbaar; elke kopregel is één regel 'Naam: waarde' zonder stuurtekens."}};
inline constexpr Fault kBadLineEnding{
    400,
    "bad_line_ending",
    {"Lines of the header must end in CR LF.", "Kopregels moeten eindigen op CR LF."}};
inline constexpr Fault kBadHost{
    400,
    "bad_host",
    {"The request needs exactly one Host field with a valid host name.",
     "Het verzoek heeft precies één Host-regel met een geldige naam nodig."}};
inline constexpr Fault kBadLength{
    400,
    "bad_length",
    {"The length of the body is unclear; send one Content-Length or Transfer-Encoding: chunked.",
     "De lengte van de inhoud is onduidelijk; stuur één Content-Length of "
     "Transfer-Encoding: chunked."}};
inline constexpr Fault kBadChunk{
    400,
    "bad_chunk",
    {"The chunked body cannot be read.", "De in stukken gestuurde inhoud is onleesbaar."}};
inline constexpr Fault kTooSlow{
    408,
    "too_slow",
    {"The request took too long to arrive.", "Het verzoek deed er te lang over om aan te komen."}};
inline constexpr Fault kBodyTooLarge{
    413,
    "body_too_large",
    {"The body is larger than allowed here.", "De inhoud is groter dan hier mag."}};
inline constexpr Fault kTargetTooLong{
    414,
    "target_too_long",
    {"The address asked for is too long.", "Het gevraagde adres is te lang."}};
inline constexpr Fault kBadExpectation{417,
                                       "bad_expectation",
                                       {"Only 'Expect: 100-continue' is supported.",
                                        "Alleen 'Expect: 100-continue' wordt ondersteund."}};
inline constexpr Fault kNoHandshake{400,
                                    "no_handshake",
                                    {"This is not a WebSocket handshake that can be accepted.",
                                     "Dit is geen WebSocket-aanvraag die aangenomen kan worden."}};
inline constexpr Fault kUpgradeRequired{426,
                                        "upgrade_required",
                                        {"This address speaks WebSocket version 13 only.",
                                         "Dit adres spreekt alleen WebSocket, versie 13."}};
inline constexpr Fault kHeadTooLarge{
    431,
    "head_too_large",
    {"The header of the request is too large.", "De kop van het verzoek is te groot."}};
inline constexpr Fault kUnanswered{
    500,
    "unanswered",
    {"The server did not answer this request; that is its own fault.",
     "De server heeft dit verzoek niet beantwoord; dat is zijn eigen fout."}};
inline constexpr Fault kNotStaged{
    503,
    "not_staged",
    {"The file cannot be stored now; try again later.",
     "Het bestand kan nu niet worden opgeslagen; probeer het later opnieuw."}};
inline constexpr Fault kUnknownCoding{501,
                                      "unknown_coding",
                                      {"The only transfer coding supported is chunked.",
                                       "De enige ondersteunde overdrachtsvorm is chunked."}};
inline constexpr Fault kTooManyConnections{
    503,
    "too_many_connections",
    {"There are too many connections now; try again later.",
     "Er zijn nu te veel verbindingen; probeer het later opnieuw."}};
inline constexpr Fault kBadVersion{
    505,
    "bad_version",
    {"Only HTTP/1.0 and HTTP/1.1 are spoken.", "Alleen HTTP/1.0 en HTTP/1.1 worden gesproken."}};

}  // namespace sluis::http
