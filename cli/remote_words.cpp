// SPDX-License-Identifier: MIT
#include "cli/remote_words.hpp"

#include "cli/options.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::string_view kScheme = "ssh://";
/// Options that name what is written; other FILE and DIR are read.
constexpr std::string_view kWritten[] = {"output", "per-unit", "rejects", "save-profile"};
constexpr std::string_view kWritingCommand = "schema export";

/// One word for a shell, whatever stands in it.
std::string for_shell(std::string_view word) {
  std::string out = "'";
  for (char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string quoted_path(const std::string& path) {
  if (path.starts_with("~/")) return "\"$HOME\"/" + for_shell(path.substr(2));
  return for_shell(path);
}

bool names_files(std::string_view metavar) {
  return metavar.find("FILE") != metavar.npos || metavar.find("DIR") != metavar.npos;
}

bool is_written(std::string_view option) {
  return std::find(std::begin(kWritten), std::end(kWritten), option) != std::end(kWritten);
}

std::string base_name(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path.substr(path.rfind('/') + 1);
}

std::string as_typed(const RemotePlace& place) {
  const std::string port = place.port.empty() ? "" : ":" + place.port;
  const std::string path = place.path.starts_with("/") ? place.path : "/" + place.path;
  return std::string(kScheme) + place.host + port + path;
}

class Packer {
 public:
  Packer(const Command* command, Arguments arguments)
      : command_(command), arguments_(std::move(arguments)) {}

  RemoteLine pack(const RemotePlace& place) {
    std::string call = "minqing -L " + quoted_path(place.path);
    if (command_) {
      // Names of two words are two words.
      for (std::string_view word : base::split(command_->name, ' ')) call += " " + for_shell(word);
    }
    for (const auto& [name, values] : arguments_.options) {
      const Option* option = find(name);
      if (option == nullptr || name == "ledger") continue;
      for (const std::string& value : values) call += " " + option_word(*option, value);
    }
    if (!arguments_.words.empty()) call += " --";
    for (const std::string& word : arguments_.words) call += " " + for_shell(positional(word));
    if (luggage_.empty()) return {"exec sh -c " + for_shell("exec " + call), {}};
    const std::string called = std::string(kCalledLedger) + "=" + for_shell(as_typed(place)) + " ";
    return {"exec sh -c " + for_shell(in_a_folder(called + call)), std::move(luggage_)};
  }

 private:
  const Option* find(std::string_view name) const {
    std::vector<const Option*> known;
    if (command_) known = all_options(*command_);
    for (const Option& option : global_options()) known.push_back(&option);
    for (const Option* option : known) {
      if (option->name == name) return option;
    }
    return nullptr;
  }

  std::string option_word(const Option& option, const std::string& value) {
    std::string word = "--" + std::string(option.name);
    if (option.kind == Option::Kind::flag) return word;
    if (option.name == "key-file") {
      throw Error(Exit::usage,
                  text("密钥文件在台账那台机器上，这里不用写",
                       "the key file is on the machine of the ledger"),
                  text("去掉 --密钥文件，或在那边的设置里写 key_file",
                       "leave --key-file out, or set key_file there"));
    }
    const bool is_file = is_written(option.name) || names_files(option.metavar);
    return word + "=" + for_shell(is_file ? file(option.metavar, option.name, value) : value);
  }

  std::string positional(const std::string& word) {
    if (!command_ || !names_files(command_->arguments)) return word;
    if (command_->name == kWritingCommand) return take_back(word);
    // `attach 17 照片.jpg`: a number is no file, even if there is one of that name.
    const bool may_be_other = command_->arguments.find("ISSUE") != std::string_view::npos;
    if (may_be_other && word.find_first_of("./") == std::string::npos) return word;
    return file(command_->arguments, {}, word);
  }

  std::string file(std::string_view metavar, std::string_view option, const std::string& value) {
    if (value == "-") return value;
    if (is_written(option)) return take_back(value);
    if (base::file_exists(value)) return send(value);
    // The name of a preset.
    if (metavar.find('|') != metavar.npos && value.find_first_of("./") == value.npos) return value;
    throw Error(Exit::not_found, text("找不到 {}", "cannot find {}", base::visible(value)),
                text("文件是这台机器上的，随命令送过去",
                     "files are those of this machine; they are "
                     "sent along"));
  }

  std::string send(const std::string& path) {
    const std::string name = base_name(path);
    for (const std::string& other : luggage_.sent) {
      if (base_name(other) == name && other != path) refuse_twice(name);
    }
    if (std::find(luggage_.sent.begin(), luggage_.sent.end(), path) == luggage_.sent.end()) {
      luggage_.sent.push_back(path);
    }
    return there(name);
  }

  std::string take_back(const std::string& path) {
    if (path == "-") return path;
    if (luggage_.taken) {
      throw Error(Exit::usage, text("通过 ssh 一次只能写一个文件",
                                    "over ssh a command writes one file at a time"));
    }
    for (const std::string& other : luggage_.sent) {
      if (base_name(other) == base_name(path)) refuse_twice(base_name(path));
    }
    luggage_.taken = path;
    return there(base_name(path));
  }

  /// A name that is no option of a program.
  static std::string there(const std::string& name) {
    return name.starts_with('-') ? "./" + name : name;
  }

  [[noreturn]] static void refuse_twice(const std::string& name) {
    throw Error(Exit::usage,
                text("两个文件同名：{}", "two files of one name: {}", base::visible(name)),
                text("通过 ssh 要先改个名", "over ssh one has to be renamed"));
  }

  /// In a folder of its own there, which goes away. What comes back has standard output to itself,
  /// so that what the command says goes the other way.
  std::string in_a_folder(const std::string& call) const {
    std::string line =
        "umask 077; d=$(mktemp -d) || exit 7; trap 'rm -rf \"$d\"' EXIT; "
        "trap 'exit 130' HUP INT TERM; cd \"$d\" || exit 7; ";
    if (!luggage_.sent.empty()) line += "tar xmf - || exit 7; ";
    line += call;
    if (!luggage_.sent.empty()) line += " </dev/null";
    if (!luggage_.taken) return line;
    const std::string name = there(base_name(*luggage_.taken));
    return line + " >&2; s=$?; if { [ $s = 0 ] || [ $s = 11 ]; } && [ -e " + for_shell(name) +
           " ]; then tar cf - " + for_shell(name) + "; fi; exit $s";
  }

  const Command* command_;
  Arguments arguments_;
  Luggage luggage_;
};

/// A name that begins with `-` would be an option of ssh.
bool is_host(std::string_view host) {
  return !host.empty() && host.front() != '-' && host.find("@-") == host.npos &&
         host.back() != '@' && std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  std::string_view("@.-_").find(c) != std::string_view::npos;
         });
}

bool is_port(std::string_view port) {
  return port.size() <= 5 && port.find_first_not_of("0123456789") == port.npos;
}

}  // namespace

bool is_remote(std::string_view ledger) { return ledger.starts_with(kScheme); }

RemotePlace parse_remote_place(const std::string& ledger) {
  const std::string rest = ledger.substr(kScheme.size());
  const std::size_t slash = rest.find('/');
  RemotePlace place;
  place.host = rest.substr(0, slash);
  if (const std::size_t colon = place.host.rfind(':'); colon != std::string::npos) {
    place.port = place.host.substr(colon + 1);
    place.host.resize(colon);
    if (place.port.empty()) place.host.clear();
  }
  if (slash != std::string::npos) place.path = rest.substr(slash);
  if (place.path.starts_with("/~/")) place.path.erase(0, 1);
  if (is_host(place.host) && is_port(place.port) && place.path.size() > 1) return place;
  throw Error(Exit::usage,
              text("“{}”不像 ssh 的位置", "'{}' is no place for ssh", base::visible(ledger)),
              text("写成 ssh://用户@主机/绝对路径，或 ssh://用户@主机/~/家目录下的路径",
                   "write ssh://user@host/absolute/path, or ssh://user@host/~/path below home"));
}

RemoteLine remote_line(const RemotePlace& place, const Command* command, Arguments arguments) {
  return Packer(command, std::move(arguments)).pack(place);
}

}  // namespace minqing::cli
