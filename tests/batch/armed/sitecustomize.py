"""Stands on the path of programs under test: pages with a mark kill, break or slow down the process that reads them.

A process in whose environment `UNSEEN` names a folder doesn't see it, as a machine on which it isn't mounted.
"""

import builtins
import io
import os
import signal
import sys
import time
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def _armed(reader: ModuleType) -> None:
    read = reader.read_page

    def read_page(page: Any, *rest: Any) -> Any:
        if "杀死读者".encode() in page.data:
            os.kill(os.getpid(), signal.SIGKILL)
        if "读坏了".encode() in page.data:
            raise ZeroDivisionError("boom")
        if seconds := os.environ.get("SECONDS_A_PAGE"):
            time.sleep(float(seconds))
        return read(page, *rest)

    reader.read_page = read_page  # type: ignore[attr-defined]


def _armed_converter(variant: ModuleType) -> None:
    convert = variant.Converter.article

    def article(self: Any, article: Any, *rest: Any) -> Any:
        if any("杀死译者" in block.text for block in article.body):
            os.kill(os.getpid(), signal.SIGKILL)
        return convert(self, article, *rest)

    variant.Converter.article = article


_ARMED = {"convert.reader": _armed, "convert.transforms.variant": _armed_converter}


def _blinded(folder: str) -> None:
    real_open, real_exists = builtins.open, os.path.lexists

    def unseen(path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(folder)

    def blind_open(path: Any, *how: Any, **more: Any) -> Any:
        if unseen(path):
            raise FileNotFoundError(2, "No such file or directory", path)
        return real_open(path, *how, **more)

    builtins.open = io.open = blind_open  # type: ignore[assignment]
    os.path.lexists = lambda path: not unseen(path) and real_exists(path)


if "UNSEEN" in os.environ:
    _blinded(os.environ["UNSEEN"])


class _Arming(MetaPathFinder, Loader):
    """Imports the reader and the converter as they are, then arms them."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if fullname not in _ARMED:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                execute(module)
                _ARMED[fullname](module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _Arming())
