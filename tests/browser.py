"""A real browser for the tests marked `browser`: Chromium by way of its own driver, spoken to as the W3C has it (WebDriver, 2018)."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = os.environ.get("TCSG_AXE")
"""The path of axe.min.js of npm's axe-core."""


class Browser:
    """One window."""

    def __init__(self, url: str) -> None:
        self.url = url

    def call(self, path: str, body: dict[str, Any] | None = None, method: str = "POST") -> Any:
        """One command to the driver."""
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310 - the driver on this machine
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            return json.load(answer)["value"]

    def devtools(self, command: str, **given: Any) -> Any:
        """One command of the Chrome DevTools protocol."""
        return self.call("/goog/cdp/execute", {"cmd": command, "params": given})

    def look(self, page: Path, width: int = 1400, height: int = 900, shade: str = "light", media: str = "screen") -> None:
        """Open a file as it shows in a window of a size, by day or by night."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.devtools("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": shade}])
        self.call("/url", {"url": page.resolve().as_uri()})

    def run(self, script: str, *given: Any) -> Any:
        """What a script in the page returns; whatever the page's policy is, the driver may run one."""
        return self.call("/execute/sync", {"script": script, "args": list(given)})

    def wait_for(self, script: str) -> Any:
        """What a script gives that calls its last argument when it is through."""
        return self.call("/execute/async", {"script": script, "args": []})

    def shot(self, path: Path, *, whole: bool = False) -> None:
        """A picture of the window, or of the whole page."""
        shot = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **({"clip": self._size()} if whole else {}))
        path.write_bytes(base64.b64decode(shot["data"]))

    def _size(self) -> dict[str, float]:
        size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}

    def printed(self) -> bytes:
        """The page as a PDF on A4, whatever it was looked at as."""
        self.devtools("Emulation.setEmulatedMedia", media="", features=[])
        return base64.b64decode(self.call("/print", {"page": {"width": 21.0, "height": 29.7}, "background": True}))

    def console(self) -> list[str]:
        """What the page said to the console since the last look, at every level."""
        return [entry["message"] for entry in self.call("/se/log", {"type": "browser"})]


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser with a fresh profile, gone at the end."""
    assert DRIVER is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        tempfile.TemporaryDirectory(prefix="tcsg-browser-", ignore_cleanup_errors=True) as profile,
        subprocess.Popen([DRIVER, f"--port={port}", "--silent"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as driver,
    ):
        try:
            root = Browser(f"http://127.0.0.1:{port}")
            _wait(root)
            options = {"binary": CHROMIUM, "args": [*FLAGS, f"--user-data-dir={profile}"]}
            wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
            session = root.call("/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
            browser = Browser(f"{root.url}/session/{session}")
            try:
                yield browser
            finally:
                browser.call("", method="DELETE")
        finally:
            driver.terminate()


def _wait(root: Browser) -> None:
    for _ in range(100):
        try:
            if root.call("/status", method="GET")["ready"]:
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError("the driver does not answer")
