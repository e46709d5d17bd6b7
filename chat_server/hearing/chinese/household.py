"""With whom they live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard
from chat_server.hearing.takes import words_in

from .words import GROUND

_N = "[一兩二三四五六七八九十\\d]"
_CHILD = "(?:小孩子?|孩子|兒子|女兒|寶寶|小朋友|小鬼|男孩|女孩|男生|女生|雙胞胎|龍鳳胎)"
_PET = "(?:狗狗?|貓咪?|毛小孩|兔子|鳥|鸚鵡|倉鼠|柯基|柴犬|黃金獵犬|拉布拉多|貴賓|米克斯|橘貓|黑貓|法鬥|臘腸)"
_OWN = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED | But.PAST
_rule = GROUND.rule


def _household(heard: Heard) -> Iterator[Statement]:
    if re.search(
        "隔壁|樓上|樓下|對面|他家|她家|人家", heard.sentence.low[: heard.match.start() + 3]
    ):
        return iter(())
    return words_in(heard, "household", "v", "w", "x", "y")


def _babies(heard: Heard) -> Iterator[Statement]:
    count = {"一": "一", "二": "兩", "兩": "兩", "三": "三", "四": "四"}[heard.match["v"][0]]
    yield heard.statement("household", f"{count}個小孩", span=heard.place(), confidence=0.9)


RULES = (
    _rule("個 孩 兒子 女兒 寶", rf"(?:有|養|帶|生了?|家裡|我們?家|跟|和|與|還有|是|夫妻加|夫婦加|夫妻倆加|外加)(?:了)?(?:我)?[^,，。]{{0,4}}?(?P<v>(?:{_N}個|對|一對)(?:[一二兩三四五六七八九十\d]{{1,2}}歲的?)?(?:{_CHILD})(?:跟{_N}個{_CHILD})?)(?!朋友|要|穿|用)", _household, _OWN, near=True),
    _rule("個 孩 兒子 女兒", rf"(?:家裡|我家|我們家|家中|現在|總共|一共)(?:[^,，。]{{0,10}}?(?:有|是|還有|和|跟))?(?P<v>{_N}個(?:{_CHILD}))(?!要|穿|用)", _household, _OWN & ~But.OTHERS, near=True),
    _rule("家裡 我家 我們家 家中", r"(?:家裡|我家|我們家|家中)(?:就|只|還|平常)*(?:有|是|剩)?(?:我)?(?:跟|和|與)(?:我)?(?P<v>老公|老婆|先生|太太|爸媽|父母|男友|女友|室友|媽媽|爸爸|公婆|阿嬤)", _household, _OWN & ~But.OTHERS, near=True),
    _rule("養", rf"(?:我們|兩個人|一起|還有|我跟[^,，。]{{1,4}})(?:一起|還|也|有)*養(?:了)?(?P<v>{_N}隻[一-鿿]{{0,3}}{_PET})", _household, _OWN & ~But.OTHERS, near=True),
    _rule("隻 養 狗 貓", rf"(?:有|養|家裡|跟|和|還有|,|，|^|是|(?<=[貓狗鳥兔犬]))(?:了)?(?P<v>{_N}隻{_PET}|{_N}隻(?:叫[^,，。]{{1,5}}的)?[一-鿿]{{0,3}}{_PET})|養(?:了)?(?P<w>{_PET})", _household, _OWN, near=True),
    _rule("口 家 個人", rf"(?P<v>(?:我們)?(?:一)?家{_N}口(?!人))|(?P<w>{_N}口(?:人|之家))|(?:我們?家|家裡|我們)(?:總共|一共|共|裡)?(?:有|是|住)?(?P<x>{_N}個(?:人|大人))(?!要|去|買|份|穿)", _household, _OWN, near=True),
    _rule("同居 自己住", r"(?:跟|和|與)(?:我)?(?P<v>男友|女友|男朋友|女朋友|未婚夫|未婚妻|另一半|朋友)同居|我(?:都|現在|目前)?(?P<w>自己住)(?=[,，。!\s啦喔]|$|在)", _household, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED | But.PAST, near=True),
    _rule("雙胞胎 龍鳳胎", r"(?:有|養|生了|是)(?P<v>(?:一)?對(?:雙胞胎|龍鳳胎))|我(?:跟|和)[^,，。]{1,4}(?:還有|跟|和)(?P<w>(?:一對)?(?:雙胞胎|龍鳳胎))", _household, _OWN, near=True),
    _rule("歲", rf"(?:家裡|我家|我們?|我)有個(?P<v>[一兩二三四五六七八九十\d]{{1,2}}(?:歲|個月大?)的?(?:{_CHILD}))", _household, _OWN, near=True),
    _rule("住 獨居 同住", rf"(?:我|自己|目前|現在)?(?P<v>(?:自己)?一個人住|獨居)|(?:我)?(?:跟|和|與)(?:我)?(?P<w>(?:老公|老婆|先生|太太|爸媽|父母|男友|女友|男朋友|女朋友|室友|家人|媽媽|爸爸|公婆|阿嬤|妹妹|姊姊|哥哥|弟弟)(?:(?:跟|和|還有|與|、)[^,，。]{{1,8}})?)(?:{_N}個人|倆)?(?:一起)?(?:同住|住)(?!在?飯店)", _household, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED | But.PAST, near=True),
    _rule("寶媽 寶爸 寶", r"(?:我是)?(?P<v>[一二兩三四]寶)(?:媽|爸)", _babies, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
)  # fmt: skip
