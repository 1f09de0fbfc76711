"""A small object store that speaks as much S3 as a run needs; puts can be made to fail."""

import http.server
import threading
import urllib.parse
from xml.sax.saxutils import escape


class Objects(http.server.ThreadingHTTPServer):
    """The store: `objects` by `/bucket/key`; `room` is how many more bytes may be put, None for any number.

    `conditional` says whether it can make sure that an object is new; `asked` are the requests so far.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.objects: dict[str, bytes] = {}
        self.room: int | None = None
        self.conditional = True
        self.asked: list[str] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Request(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Objects

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _fail(self, status: int, code: str, message: str) -> None:
        self._answer(status, f"<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode())

    @property
    def _key(self) -> str:
        return urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)

    @property
    def _query(self) -> dict[str, str]:
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query, keep_blank_values=True))

    def do_PUT(self) -> None:
        data = self._body()
        if self.headers.get("If-None-Match") == "*":
            if not self.server.conditional:
                self._fail(501, "NotImplemented", "no conditional put here")
                return
            if self._key in self.server.objects:
                self._fail(412, "PreconditionFailed", "it is there already")
                return
        if self.server.room is not None:
            if len(data) > self.server.room:
                self._fail(403, "QuotaExceeded", "no room left in the bucket")
                return
            self.server.room -= len(data)
        self.server.objects[self._key] = data
        self._answer(200, ETag='"x"')

    def _body(self) -> bytes:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
            return data
        chunks = b""
        while data:  # size;signature CRLF bytes CRLF … a last chunk of no bytes
            head, _, rest = data.partition(b"\r\n")
            size = int(head.split(b";")[0], 16)
            if not size:
                break
            chunks, data = chunks + rest[:size], rest[size + 2 :]
        return chunks

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.command} {self._key}")
        if "list-type" in self._query:
            self._list()
        elif (data := self.server.objects.get(self._key)) is None:
            self._fail(404, "NoSuchKey", "no such key")
        else:
            self._get(data)

    def _get(self, data: bytes) -> None:
        stamp = "Sat, 01 Jan 2000 00:00:00 GMT"
        asked = self.headers.get("Range", "").removeprefix("bytes=")
        if not asked:
            self._answer(200, data, ETag='"x"', Last_Modified=stamp)
            return
        first, _, last = asked.partition("-")
        part = data[int(first) : int(last or len(data)) + 1]
        span = f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}"
        self._answer(206, part, ETag='"x"', Last_Modified=stamp, Content_Range=span)

    def _list(self) -> None:
        prefix, delimiter = self._query.get("prefix", ""), self._query.get("delimiter", "")
        bucket = self._key.strip("/")
        keys = sorted(key.removeprefix(f"/{bucket}/") for key in self.server.objects if key.startswith(f"/{bucket}/"))
        found: dict[str, str] = {}
        for key in keys:
            if key.startswith(prefix):
                rest = key[len(prefix) :]
                if delimiter and delimiter in rest:
                    folder = prefix + rest.split(delimiter)[0] + delimiter
                    found[folder] = f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>"
                else:
                    size = len(self.server.objects[f"/{bucket}/{key}"])
                    found[key] = (
                        f"<Contents><Key>{escape(key)}</Key><Size>{size}</Size><ETag>x</ETag>"
                        "<LastModified>2000-01-01T00:00:00Z</LastModified></Contents>"
                    )
        body = "".join(found.values())
        head = f"<Name>{bucket}</Name><KeyCount>{len(found)}</KeyCount><IsTruncated>false</IsTruncated>"
        space = "http://s3.amazonaws.com/doc/2006-03-01/"
        self._answer(200, f'<ListBucketResult xmlns="{space}">{head}{body}</ListBucketResult>'.encode())

    def do_DELETE(self) -> None:
        self.server.objects.pop(self._key, None)
        self._answer(204)

    def do_POST(self) -> None:
        data = self._body().decode()
        for piece in data.split("<Key>")[1:]:
            self.server.objects.pop(f"{self._key.rstrip('/')}/{piece.split('</Key>')[0]}", None)
        self._answer(200, b"<DeleteResult></DeleteResult>")
