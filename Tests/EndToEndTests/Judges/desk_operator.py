"""An operator at the desk in Debian's Chromium, driven by Playwright, with axe-core as the judge of accessibility."""

import pathlib
import time

import axe_playwright_python
import pyotp

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Milliseconds; the machine may be busy.
PATIENCE = 120_000
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Operator:
    """One operator in a browser of their own, at the desk that listens on a port."""

    def __init__(self, browser, port, secrets, folder, said, hostile=None, width=1366):
        self.secrets, self.folder, self.said, self.hostile = secrets, folder, said, hostile
        self.host = f"https://127.0.0.1:{port}"
        self.context = browser.new_context(
            ignore_https_errors=True, viewport={"width": width, "height": 850}, accept_downloads=True)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.tab()

    def tab(self):
        """One more tab of the same browser."""
        page, said = self.context.new_page(), self.said
        page.on("console", lambda message: said.append(f"{page.url}: console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
        page.on("request", lambda request: request.url.startswith(self.host + "/")
                or said.append(f"{page.url}: asks for {request.url}"))
        return page

    def check(self, what, holds):
        if not holds:
            self.said.append(what)

    def text(self):
        return self.page.inner_text("main")

    def go(self, path, language="zh"):
        where = path if language == "zh" else f"/{language}{path}"
        answer = self.page.goto(f"{self.host}/{language}{path}")
        self.check(f"{where}: {answer.status}", answer.status == 200)
        self.examine(where)

    def examine(self, where):
        """Accessibility, width, weight, and a look for later."""
        weight = len(self.page.content().encode())
        self.check(f"{where}: {weight} bytes", weight < 100_000)
        wide = self.page.evaluate(OVERFLOW)
        self.check(f"{where}: {wide} px too wide", wide <= 0)
        self.check(f"{where}: a hostile text became markup", not self.hostile or self.hostile not in self.page.content())
        self.page.evaluate(AXE)
        result = self.page.evaluate(
            "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})")
        for violation in result["violations"]:
            places = [node["html"][:160] for node in violation["nodes"][:2]]
            self.said.append(f"{where}: axe {violation['id']}: {violation['help']} {places}")
        name = f"{self.secrets['name']}_{len(list(self.folder.glob('*.png'))):02}_{where.strip('/').replace('/', '_')}.png"
        self.page.screenshot(path=self.folder / name, full_page=True)

    def log_in(self):
        self.go("/login")
        self.page.get_by_label("账号").fill(self.secrets["name"])
        self.page.get_by_label("口令").fill(self.secrets["password"])
        self.page.get_by_label("六位动态码").fill(pyotp.parse_uri(self.secrets["uri"]).at(int(time.time())))
        self.press("登录")
        self.check(f"{self.secrets['name']} is not in: {self.page.url}", self.page.url == f"{self.host}/zh/inbox")
        cookies = self.context.cookies()
        self.check(f"the cookies are {cookies}", sorted(cookie["name"] for cookie in cookies)
                   == ["__Host-desk", "__Host-known"])
        for cookie in cookies:
            self.check(f"the cookie is {cookie}", cookie["httpOnly"] and cookie["secure"]
                       and cookie["sameSite"] == "Strict" and cookie["domain"] == "127.0.0.1")
        self.examine("inbox")

    def press(self, name):
        """Sends a form: a click is answered before the next page is there."""
        with self.page.expect_navigation(timeout=PATIENCE):
            self.page.get_by_role("button", name=name).first.click()

    def send(self, file):
        self.go("/import")
        self.page.get_by_label("文件").set_input_files(file)
        self.page.get_by_label("年份").fill("2021")
        self.press("检查文件")
        self.examine("import-outcome")

    def wait(self, path, words):
        """Until the neighbours have spoken."""
        for _ in range(120):
            self.page.goto(f"{self.host}/zh{path}")
            if words in self.text():
                return
            time.sleep(0.5)
        self.said.append(f"{path} never says {words}: {self.text()[:400]}")

    def leave(self):
        self.page.goto(f"{self.host}/zh/inbox")
        self.press("退出")
        self.check("log-out leads to the door", self.page.url == f"{self.host}/zh/login")
        self.page.goto(f"{self.host}/zh/inbox")
        self.check("after the log-out a page is shown", self.page.url == f"{self.host}/zh/login")
