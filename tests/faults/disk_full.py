# SPDX-License-Identifier: MIT
"""A full disk: a clear end (exit 7), the old data whole, and all well once there is room again."""

import os
import resource
import signal
import subprocess

from township import Township, require

MOUNT_KIB = 4096
STEP_KIB = 16
MOST_KIB = 480  # a record with its journal needs less
NO_SPACE = 7


class Mount:
    """A small tmpfs for the time of a `with`."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.path.mkdir(parents=True)
        options = f"size={MOUNT_KIB}k"
        command = ["mount", "-t", "tmpfs", "-o", options, "minqing-faults", str(self.path)]
        subprocess.run(command, check=True, capture_output=True)
        return self.path

    def __exit__(self, *_):
        subprocess.run(["umount", str(self.path)], check=True)


def can_mount(folder):
    try:
        with Mount(folder / "mount-probe"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def fill(path, leave_kib):
    """Fills the file system but for so many KiB."""
    with open(path, "wb") as filler:
        free = os.statvfs(path.parent)
        size = free.f_bavail * free.f_frsize - leave_kib * 1024
        os.posix_fallocate(filler.fileno(), 0, max(size, 1))


def settle(town, key, done, place):
    """After room was made: the failed record left nothing behind, and its key works once."""
    said = done.stderr.decode("utf-8", "replace")
    require(done.returncode in (0, NO_SPACE), f"{place}: exit {done.returncode}: {said}")
    require(done.returncode == 0 or said.strip(), f"{place}: ended without a word")


def trial_mount(binary, folder):
    points, refused = 0, 0
    with Mount(folder / "disk") as disk:
        town = Township(binary, folder / "full", store=disk / "store")
        filler = disk / "filler"
        for leave in range(0, MOST_KIB + 1, STEP_KIB):
            key, before = town.new_key(), town.ids()
            fill(filler, leave)
            done = town.record(key)
            require(before <= town.ids(), "the old data cannot be read while the disk is full")
            filler.unlink()
            settle(town, key, done, f"{leave} KiB free")
            town.check_one_more(key, before)
            town.check()
            town.check_no_leftovers()
            points, refused = points + 1, refused + (done.returncode != 0)
        require(0 < refused < points, f"{refused} of {points} refused: the steps miss the limit")
    return points, f"{points} fillings of a small disk, {refused} refused, nothing lost"


def trial_file_size(binary, folder):
    """The same through a limit on the size of files, which needs no rights."""
    town, points, refused = Township(binary, folder / "limit"), 0, 0
    size = (town.store / "ledger.db").stat().st_size
    for allowed in range(0, size + 65536, max(size // 16, 4096)):
        key, before = town.new_key(), town.ids()

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # as a login shell would start it
            resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, allowed))

        done = town.record(key, preexec_fn=limited)
        settle(town, key, done, f"files up to {allowed} bytes")
        town.check_one_more(key, before)
        town.check()
        town.check_no_leftovers()
        points, refused = points + 1, refused + (done.returncode != 0)
    require(refused > 0, "the limit was never reached")
    return points, f"{points} limits on the size of files, {refused} refused, nothing lost"
