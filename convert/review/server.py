"""The review page served on this machine alone: a correction is written beside its page and the page read anew."""

import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any

from convert.errors import BadInputError, NewsconvertError
from convert.files import written_aside
from convert.reader import fixes
from convert.review.page import page
from convert.review.sheet import Sheet

LARGEST = 1 << 20
"""Bytes of a correction that are read; a longer one is no JSON then."""


class ReviewServer(ThreadingHTTPServer):
    """Serves sheets on loopback under an address that can't be guessed, so that no other web page can write."""

    daemon_threads = True

    def __init__(self, sheets: list[Sheet], port: int = 0, language: str | None = None) -> None:
        """`port` 0 takes any that is free."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.sheets = sheets
        self.language = language
        self.token = secrets.token_urlsafe(16)
        self.writing = Lock()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def correct(self, number: int, labels: dict[int, str]) -> dict[str, Any]:
        """Write a sheet's fix file, or remove it when nothing is corrected, and read the page anew.

        When the reader refuses the corrections the file is left as it was.
        """
        with self.writing:
            sheet = self.sheets[number]
            path = fixes.path_of(sheet.path)
            data = sheet.correct(labels)
            if labels:
                with written_aside(path) as out:
                    out.write(data)
            else:
                path.unlink(missing_ok=True)
            sheet.read()
            return sheet.values


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "newsconvert"

    def do_GET(self) -> None:
        if self._is_mine(""):
            self._send(HTTPStatus.OK, "text/html", page(self.server.sheets, self.server.language, served=True))

    def do_POST(self) -> None:
        if not self._is_mine("fix"):
            return
        try:
            number, labels = self._asked()
            values = self.server.correct(number, labels)
        except NewsconvertError as error:
            self._send(HTTPStatus.BAD_REQUEST, "application/json", json.dumps({"error": str(error)}).encode())
        else:
            self._send(HTTPStatus.OK, "application/json", json.dumps(values).encode())

    def _asked(self) -> tuple[int, dict[int, str]]:
        """The number of the sheet and its corrections; raises BadInputError for anything else."""
        try:
            length = min(int(self.headers.get("Content-Length", "0")), LARGEST)
            asked = json.loads(self.rfile.read(length))
            number, labels = int(asked["page"]), {int(line): str(label) for line, label in asked["labels"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadInputError("review", f"not a correction ({error})", "open the review anew") from error
        if not 0 <= number < len(self.server.sheets):
            raise BadInputError("review", "no such page", "open the review anew")
        return number, labels

    def _is_mine(self, name: str) -> bool:
        """Whether the request is for this review: right host, right address; else it is refused."""
        hosts = {f"127.0.0.1:{self.server.server_port}", f"localhost:{self.server.server_port}"}
        mine = self.path == f"/{self.server.token}/{name}" and self.headers.get("Host") in hosts
        if not mine:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"not here\n")
        return mine

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing for each request."""
