// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xml_parser.hpp"

#include <expat.h>

#include <exception>
#include <memory>
#include <new>
#include <string>

#include "lib/intake/workbook/fault.hpp"

namespace minqing::intake {
namespace {

constexpr int kXmlPiece = 64 << 10;
constexpr int kMaxDepth = 256;
/// A start tag, comment or run without an event.
constexpr std::int64_t kMaxTokenBytes = 8 << 20;

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

/// Expat is C and must not see exceptions: they wait here until it has returned.
class Session {
 public:
  Session(XmlHandler& handler, const base::Place& place)
      : handler_(handler), place_(place), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void run(const ReadBytes& read) {
    std::int64_t fed = 0;
    for (bool last = false; !last && !stopped_;) {
      void* buffer = XML_GetBuffer(parser_.get(), kXmlPiece);
      if (buffer == nullptr) throw std::bad_alloc();
      auto got = static_cast<int>(read(static_cast<char*>(buffer), kXmlPiece));
      last = got == 0;
      fed += got;
      auto status = XML_ParseBuffer(parser_.get(), got, last);
      if (pending_) std::rethrow_exception(pending_);
      if (doctype_) fail({"含有 DOCTYPE，拒绝读取", "it holds a DOCTYPE, which is refused"});
      if (too_deep_) fail({"元素嵌套过深", "elements are nested too deeply"});
      if (status == XML_STATUS_ERROR && !stopped_) fail_syntax();
      if (fed - XML_GetCurrentByteIndex(parser_.get()) > kMaxTokenBytes) {
        fail({"有一处标记大得离谱", "a tag or text of absurd size"});
      }
    }
  }

 private:
  template <class Call>
  void guarded(Call call) {
    if (stopped_) return;
    try {
      call();
      if (handler_.is_done()) stop();
    } catch (...) {
      pending_ = std::current_exception();
      stop();
    }
  }

  void stop() {
    stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    auto* session = static_cast<Session*>(self);
    if (++session->depth_ > kMaxDepth) {
      session->too_deep_ = true;
      return session->stop();
    }
    session->guarded([&] {
      session->handler_.start(local_name(name), XmlAttributes(attributes), session->depth_);
    });
  }

  static void on_end(void* self, const char* name) {
    auto* session = static_cast<Session*>(self);
    session->guarded([&] { session->handler_.end(local_name(name), session->depth_); });
    --session->depth_;
  }

  static void on_text(void* self, const char* text, int size) {
    auto* session = static_cast<Session*>(self);
    session->guarded([&] { session->handler_.text({text, static_cast<std::size_t>(size)}); });
  }

  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    auto* session = static_cast<Session*>(self);
    session->doctype_ = true;
    session->stop();
  }

  [[noreturn]] void fail(base::Text reason) { reject(place_, std::move(reason)); }

  [[noreturn]] void fail_syntax() {
    fail(base::text("内部的 XML 有错（{}）", "its XML is not well formed ({})",
                    std::string(XML_ErrorString(XML_GetErrorCode(parser_.get())))));
  }

  XmlHandler& handler_;
  const base::Place& place_;
  Parser parser_;
  std::exception_ptr pending_;
  int depth_ = 0;
  bool stopped_ = false;
  bool doctype_ = false;
  bool too_deep_ = false;
};

}  // namespace

std::string_view local_name(const char* name) {
  // Most names are one letter long: a loop beats strlen and a search.
  const char* end = name;
  for (; *end != '\0'; ++end) {
    if (*end == ':') name = end + 1;
  }
  return {name, static_cast<std::size_t>(end - name)};
}

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

bool XmlAttributes::is_true(std::string_view name) const {
  std::string_view value = find(name);
  return value == "1" || value == "true" || value == "on";
}

void parse_xml(const ReadBytes& read, XmlHandler& handler, const base::Place& place) {
  Session(handler, place).run(read);
}

}  // namespace minqing::intake
