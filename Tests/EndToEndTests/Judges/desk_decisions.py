"""Two provinces disagree and agree again, all of it at their desks in a real browser.

usage: desk_decisions.py CHONGQING HUNAN CHROMIUM FOLDER SECRETS

CHONGQING and HUNAN are the ports of their desks. SECRETS is a file of JSON: for each of cq-clerk, cq-approver, hn-clerk
and hn-approver a name, a password and the URI of the codes. April 2021 of 里耶镇 is recorded and proposed by both.
重庆's clerk corrects two readings of 13.60; 湖南's approver objects to the first and endorses both; both accept. Each
step is also tried by a role that may not, with a form sent twice, and with a preview that is not true any more. Prints
one line for each thing that is wrong; nothing when all is well.
"""

import json
import pathlib
import re
import sys

from playwright.sync_api import sync_playwright

from desk_operator import Operator

CHONGQING, HUNAN, CHROMIUM, FOLDER, SECRETS = sys.argv[1:]
FOLDER = pathlib.Path(FOLDER)
MONTH = "/settlements/youshui-2019/2021-04"
READINGS = "/sections/430000-liye/2021-04"
PLACE = r"500000\.tongzhou\.test/common/1#\d+"
POST = """([action, fields]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  for (const [name, value] of fields) {
    const input = document.createElement("input");
    [input.type, input.name, input.value] = ["hidden", name, value];
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}"""
FIELDS = "form => [form.getAttribute('action'), [...new FormData(form)]]"
said = []


def check(what, holds):
    if not holds:
        said.append(what)


def form(operator, act):
    """Address and fields of a form on the page, as the button would send them."""
    return operator.page.locator(f"form[action$='/do/{act}']").first.evaluate(FIELDS)


def post(operator, sent):
    """Sends a form again, or one that was made up, from a page of the desk. Returns status and text."""
    tab = operator.context.new_page()
    tab.goto(f"{operator.host}/zh/inbox")
    with tab.expect_navigation() as waiting:
        tab.evaluate(POST, sent)
    status, text = waiting.value.status, tab.inner_text("main")
    tab.close()
    return status, text


def may_not(operator, act, path, sent):
    """A role that has no form for an act is shown none, and what it sends all the same is refused."""
    operator.go(path)
    name = operator.secrets["name"]
    check(f"{name} has a form to {act}", operator.page.locator(f"form[action$='/do/{act}']").count() == 0)
    own = dict(form(operator, "log-out")[1])["seal"]
    address, fields = sent
    stolen = [[key, own if key == "seal" else value] for key, value in fields]
    for fields in (stolen, sent[1]):
        status, text = post(operator, [address, fields])
        check(f"{name} may {act}: {status} {text[:200]}", status == 403 and "未予受理" in text)


def confirm(operator, act, words, done):
    """Presses the button that a preview ends with. Returns the form it sent."""
    sent = form(operator, act)
    check(f"{act}: nothing to confirm: {operator.text()[:300]}", ["confirm", "yes"] in sent[1])
    operator.press(words)
    operator.examine(f"{act}-done")
    check(f"{act} is not done: {operator.text()[:400]}", done in operator.text())
    return sent


def preview_correction(clerk, time, value, reason):
    clerk.go(READINGS)
    clerk.page.get_by_label("监测时间").fill(time)
    clerk.press("更正这条数据")
    shown = clerk.page.get_by_label("高锰酸盐指数")
    before = shown.input_value()
    shown.fill(value)
    clerk.page.get_by_label("更正理由").fill(reason)
    clerk.press("更正（先预览）")
    clerk.examine("correct-preview")
    check(f"the correction is not previewed: {clerk.text()[:300]}",
          "更正数据：预览" in clerk.text() and "试运行" in clerk.text())
    return before


def correct(clerk, approver):
    """The first value, in two tabs at once."""
    before = preview_correction(clerk, "2021-04-02 16:00", "3.60", "录入有误：13.60 应为 3.60")
    check(f"recorded is {before}", before == "13.60")
    first, clerk.page = clerk.page, clerk.tab()
    preview_correction(clerk, "2021-04-02 16:00", "6.60", "录入有误：13.60 应为 6.60")
    late, clerk.page = form(clerk, "correct"), first
    sent = confirm(clerk, "correct", "确认更正数据", "更正数据：完成")
    check(f"the receipt names no place in the log: {clerk.text()[:400]}", re.search(PLACE, clerk.text()))
    for what, again in (("the same form once more", sent), ("a preview of before", late)):
        status, text = post(clerk, again)
        check(f"{what}: {status} {text[:300]}", status == 200 and "未通过" in text and "已有变化" in text)
    clerk.go(READINGS)
    clerk.page.get_by_label("监测时间").fill("2021-04-02 16:00")
    clerk.press("更正这条数据")
    after = clerk.page.get_by_label("高锰酸盐指数").input_value()
    check(f"after the correction {after} is recorded", after == "3.60")
    may_not(approver, "correct", READINGS, sent)


def preview_objection(approver, words):
    approver.go(MONTH)
    approver.page.get_by_label("异议所指").fill("里耶镇 4 月 2 日 16 时")
    approver.page.get_by_label("异议理由").fill(words)
    approver.press("提出异议（先预览）")
    approver.examine("object-preview")
    check(f"the objection is not previewed: {approver.text()[:300]}", "将写入" in approver.text())


def disagree(approver, clerk, neighbour):
    """The node names the first differing input by itself; the approver adds words of their own."""
    approver.wait(MONTH, "首个不同的输入 430000-liye 2021-04-02T16:00+08:00 codmn：本方采用 13.60，提议采用 3.60")
    approver.examine("disputed")
    proposed = approver.page.get_by_label("异议的提议").input_value()
    preview_objection(approver, "原始记录为 13.60")
    first, approver.page = approver.page, approver.tab()
    preview_objection(approver, "另有疑问")
    late, approver.page = form(approver, "object"), first
    sent = confirm(approver, "object", "确认提出异议", "已对")
    status, text = post(approver, sent)
    check(f"the same objection once more: {status} {text[:300]}", status == 200 and "本方已提出同一异议" in text)
    approver.go(MONTH)
    check("the objection is shown once", approver.text().count("原始记录为 13.60") == 1)
    may_not(clerk, "object", MONTH, sent)
    # The proposal is replaced while its reader thinks about it.
    preview_correction(neighbour, "2021-04-02 20:00", "3.60", "录入有误：13.60 应为 3.60")
    confirm(neighbour, "correct", "确认更正数据", "更正数据：完成")
    for _ in range(120):
        approver.page.goto(f"{approver.host}/zh{MONTH}")
        choice = approver.page.get_by_label("异议的提议")
        if choice.count() and choice.input_value() != proposed:
            break
        approver.page.wait_for_timeout(500)
    status, text = post(approver, late)
    check(f"an objection to what is not proposed any more: {status} {text[:300]}",
          status == 200 and "未通过" in text and "请重新查看" in text)


def endorse(approver, clerk):
    """Both corrections from the inbox, each looked at first."""
    approver.wait("/inbox", "核对并确认")
    for _ in range(120):
        if approver.page.get_by_role("button", name="核对并确认").count() == 2:
            break
        approver.page.wait_for_timeout(500)
        approver.page.goto(f"{approver.host}/zh/inbox")
    approver.examine("inbox-corrections")
    waiting = approver.page.get_by_role("button", name="核对并确认")
    check(f"{waiting.count()} corrections wait", waiting.count() == 2)
    asked = form(approver, "endorse")
    approver.press("核对并确认")
    approver.examine("endorse-preview")
    check(f"no preview with its reason: {approver.text()[:300]}",
          "将写入" in approver.text() and "13.60 应为 3.60" in approver.text())
    sent = confirm(approver, "endorse", "确认这项更正", "已确认")
    may_not(clerk, "endorse", "/inbox", sent)
    for what, again in (("the same form once more", sent), ("a look at what is endorsed", asked)):
        status, text = post(approver, again)
        check(f"{what}: {status} {text[:300]}", status == 200 and "未通过" in text and "没有等待本方确认的内容" in text)
    approver.wait("/inbox", "核对并确认")
    approver.press("核对并确认")
    confirm(approver, "endorse", "确认这项更正", "已确认")


def accept(approver, other):
    """Once the digests are equal again, both sides accept."""
    for one in (approver, other):
        one.wait("/inbox", "认可或提出异议")
        one.go(MONTH)
        one.press("认可（先预览）")
        check(f"no preview: {one.text()[:300]}", "将写入" in one.text())
        sent = confirm(one, "accept", "确认认可", "已认可")
        status, text = post(one, sent)
        check(f"accepted twice: {status} {text[:300]}", status == 200 and "已认可这一结果" in text or "已核验" in text)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    secrets = json.loads(pathlib.Path(SECRETS).read_text("utf-8"))
    operators = {
        part: Operator(browser, CHONGQING if part.startswith("cq") else HUNAN, secrets[part], FOLDER, said)
        for part in ("cq-clerk", "cq-approver", "hn-clerk", "hn-approver")}
    for operator in operators.values():
        operator.log_in()
    correct(operators["cq-clerk"], operators["cq-approver"])
    disagree(operators["hn-approver"], operators["hn-clerk"], operators["cq-clerk"])
    endorse(operators["hn-approver"], operators["hn-clerk"])
    accept(operators["hn-approver"], operators["cq-approver"])
    for operator in operators.values():
        operator.leave()
    browser.close()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
