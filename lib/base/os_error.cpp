// SPDX-License-Identifier: MIT
#include "lib/base/os_error.hpp"

#include <cerrno>
#include <cstring>

#include "lib/base/error.hpp"

namespace minqing::base {
namespace {

Text reason_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {"不存在", "it does not exist"};
    case EACCES:
    case EPERM:
      return {"没有权限", "permission denied"};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘空间已满", "no space left on the disk"};
    case EROFS:
      return {"磁盘只能读", "the disk is read-only"};
    case ENAMETOOLONG:
      return {"文件名太长", "the name is too long"};
    case EIO:
      return {"磁盘读写出错", "the disk reports an error"};
    default:
      return same(strerrordesc_np(error));
  }
}

Exit exit_of(int error) {
  if (error == ENOENT || error == ENOTDIR) return Exit::not_found;
  if (error == EACCES || error == EPERM) return Exit::permission;
  return Exit::io;
}

}  // namespace

void fail_reading(const std::string& path, int error) {
  throw Error(exit_of(error),
              text("无法读取“{}”：{}", "cannot read '{}': {}", path, reason_of(error)));
}

void fail_writing(const std::string& path, int error) {
  throw Error(exit_of(error),
              text("无法写入“{}”：{}", "cannot write '{}': {}", path, reason_of(error)));
}

}  // namespace minqing::base
