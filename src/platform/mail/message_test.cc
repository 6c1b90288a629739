#include "platform/mail/message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/mail/letter.h"

namespace sluis::mail {
namespace {

const From kShop{"shop@example.com", "Café Noord"};
const Instant kNow = *parse_instant("2026-02-28T23:59:58Z");

Mail mail(std::string subject) {
  return {.key = "a",
          .kind = "test",
          .to = {"eva@example.com"},
          .name = {"Eva \"de\" Vries"},
          .language = Language::nl,
          .subject = {std::move(subject)},
          .text = "Dag Eva",
          .html = {}};
}

std::string headers_of(const std::string& message) {
  return message.substr(0, message.find("\r\n\r\n"));
}

TEST(Message, HasTheHeadersOfMail) {
  Mail one = mail("Uw gesprek");
  one.unsubscribe = Url{"https://example.com/u/1"};
  EXPECT_EQ(written(one, {"shop@example.com", ""}, "mai_1", kNow),
            "Date: Sat, 28 Feb 2026 23:59:58 +0000\r\n"
            "From: <shop@example.com>\r\n"
            "To: \"Eva \\\"de\\\" Vries\"\r\n <eva@example.com>\r\n"
            "Subject: Uw gesprek\r\n"
            "Message-ID: <mai_1@example.com>\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "Content-Language: nl\r\n"
            "MIME-Version: 1.0\r\n"
            "List-Unsubscribe: <https://example.com/u/1>\r\n"
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            "Dag Eva\r\n");
}

// The examples of RFC 2045 (6.7) and RFC 2047: what is not plain is written in bytes.
TEST(Message, WritesOtherLettersInSevenBits) {
  const std::string message = written(mail("Crème brûlée, 1 = één"), kShop, "mai_1", kNow);
  EXPECT_NE(message.find("Subject: =?utf-8?B?Q3LDqG1lIGJyw7tsw6llLCAxID0gw6nDqW4=?="),
            std::string::npos)
      << message;
  EXPECT_NE(message.find("From: =?utf-8?B?Q2Fmw6kgTm9vcmQ=?=\r\n <shop@example.com>"),
            std::string::npos);
  Mail one = mail("a");
  one.text = "1 = één \r\n.punt\n";
  EXPECT_TRUE(written(one, kShop, "mai_1", kNow).ends_with("1 =3D =C3=A9=C3=A9n=20\r\n.punt\r\n"));
}

// Whatever people write: lines end as mail wants them, are short and of seven bits, and nothing
// begins a header that is not ours.
RC_GTEST_PROP(Message, KeepsToItsForm, (const std::string& text, const std::string& name)) {
  Mail one = mail("x");
  one.subject.text = name;
  one.name.text = name;
  one.text = text;
  one.html = text;
  one.attachments = {{name, "application/pdf\r\nBcc: x@example.com", text}};
  const std::string message = written(one, {"shop@example.com", name}, "mai_1", kNow);
  std::size_t start = 0;
  while (start < message.size()) {
    const std::size_t end = message.find("\r\n", start);
    RC_ASSERT(end != std::string::npos);
    const std::string line = message.substr(start, end - start);
    RC_ASSERT(line.size() <= 78);
    for (const char c : line)
      RC_ASSERT(c >= ' ' && c <= '~');
    start = end + 2;
  }
  RC_ASSERT(message.find("\r\nBcc:") == std::string::npos);
  const std::string headers = headers_of(message);
  RC_ASSERT(headers.find("boundary=\"=_m.mai_1\"") != std::string::npos);
}

TEST(Letter, IsTextInBothForms) {
  Letter letter(Language::en);
  letter.heading("Your <chat>")
      .quote("Ann, 14:05", "1 < 2 & \"so\"\nbye")
      .link("Move it", "https://a.b/?c=d&e");
  EXPECT_EQ(letter.text(),
            "Your <chat>\n\nAnn, 14:05\n1 < 2 & \"so\"\nbye\n\nMove it:\nhttps://a.b/?c=d&e\n");
  EXPECT_NE(letter.html().find("1 &lt; 2 &amp; &quot;so&quot;<br>\nbye"), std::string::npos);
  EXPECT_NE(letter.html().find("href=\"https://a.b/?c=d&amp;e\""), std::string::npos);
}

}  // namespace
}  // namespace sluis::mail
