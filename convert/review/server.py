"""The review page served on this machine alone; corrections are written as fix files beside the pages that were given.

Who may use it: requests from this machine that name the server by its loopback address (another site's name that was
made to point here is refused) and that know the secret in the page's address (another site, or another user of the
machine, does not). A request names a page by its number among those given, never by a path.
"""

import json
import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any

from convert.errors import BadInputError, NewsconvertError
from convert.review.desk import ChangedError, Desk
from convert.review.html import document
from convert.review.sheets import Sheet, explained

LOOPBACK = "127.0.0.1"
LARGEST = 4 * 2**20
"""Bytes of the largest fix file that is taken."""


class ReviewServer(ThreadingHTTPServer):
    """Serves one desk at `address`, which holds the secret."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0, traditional: Callable[[str], str] = str) -> None:
        """Listen on loopback; port 0 is any that is free. Raises OSError when the port is taken.

        `traditional` gives the Traditional form of what the page says in Simplified Chinese.
        """
        super().__init__((LOOPBACK, port), _Request)
        self.desk = desk
        self.traditional = traditional
        self.turn = Lock()
        self.secret = secrets.token_urlsafe(24)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up early is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Where the review page is."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.secret}/"


class _Request(BaseHTTPRequestHandler):
    """One request: the page, or the corrections of one newspaper page."""

    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version = "newsconvert"
    sys_version = ""
    timeout = 60
    """Seconds after which a connection on which nothing comes is closed."""

    def do_GET(self) -> None:
        """The review page."""
        if self._place() == "":
            with self.server.turn:
                page = document(self.server.desk.sheets, served=True, traditional=self.server.traditional)
            self._answer(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8")

    def do_PUT(self) -> None:
        """`fixes/N`: the corrections of page N, as the text of its fix file; the answer is the page read anew."""
        self._take("fixes", self.server.desk.correct)

    def do_POST(self) -> None:
        """`read/N`: page N read with these corrections, and nothing written."""
        self._take("read", self.server.desk.reread)

    def _take(self, wanted: str, read: Callable[[int, bytes], Sheet]) -> None:
        """Read a page with the fix file that is sent, if it is one and its place is right."""
        place = self._place()
        if place is None:
            return
        kind, _, number = place.partition("/")
        size = self.headers.get("Content-Length", "")
        if kind != wanted or not number.isdecimal():
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif self.headers.get_content_type() != "application/toml" or not size.isdecimal():
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send a fix file as application/toml, with its length")
        elif int(size) > LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "no fix file is so large")
        else:
            self._give(read, int(number), self.rfile.read(int(size)))

    def _give(self, read: Callable[[int, bytes], Sheet], number: int, data: bytes) -> None:
        """Answer with the page as it is read."""
        try:
            with self.server.turn:
                made = read(number, data)
        except IndexError:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no page of this number")
        except ChangedError:
            self._refuse(HTTPStatus.CONFLICT, "the page or its fix file has changed")
        except NewsconvertError as error:
            wrong = HTTPStatus.BAD_REQUEST if isinstance(error, BadInputError) else HTTPStatus.INTERNAL_SERVER_ERROR
            self._refuse(wrong, str(error))
        else:
            words = explained([made], self.server.traditional)
            answer = {"index": made.index, "data": made.data, "words": words}
            self._answer(HTTPStatus.OK, json.dumps(answer).encode(), "application/json")

    def _place(self) -> str | None:
        """The path below the secret; a request that may not be is answered here, and None given."""
        own = {f"{host}:{self.server.server_port}" for host in (LOOPBACK, "localhost")}
        origin = self.headers.get("Origin")
        head, _, rest = self.path.removeprefix("/").partition("/")
        if self.headers.get("Host") not in own or (origin is not None and origin.removeprefix("http://") not in own):
            self._refuse(HTTPStatus.FORBIDDEN, "this server is for this machine alone")
        elif not secrets.compare_digest(head.encode("utf-8", "replace"), self.server.secret.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "use the whole address that newsconvert printed")
        elif self.command == "GET" and rest:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        else:
            return rest
        return None

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self.close_connection = True  # what was sent with the request is not read
        self._answer(status, words.encode("utf-8", "replace"), "text/plain; charset=utf-8")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: stderr is for the user."""
