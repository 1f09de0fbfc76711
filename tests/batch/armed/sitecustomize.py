"""Stands on the path of programs under test: pages with a mark kill, break or slow down the process that reads them."""

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


class _Arming(MetaPathFinder, Loader):
    """Imports the reader as it is, then arms it."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if fullname != "convert.reader":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                execute(module)
                _armed(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _Arming())
