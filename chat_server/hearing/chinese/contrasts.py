"""Which of two sizes holds, in Chinese."""

from __future__ import annotations

import re

from chat_server.hearing.two_sizes import Contrast

from .words import OTHER

CONTRAST = Contrast(
    swap=re.compile(r"換|改(?!天)|調成"),
    corrected=re.compile(r"(?:打錯|說錯|更正|不對|啊不是|喔不)"),
    past=re.compile(r"以前|之前|原本|本來|過去|從前|去年|當年"),
    now=re.compile(r"現在|目前|如今|變|改|是|了"),
    unfit=re.compile(
        r"太[大小緊鬆寬窄長短]|穿不下|塞不|擠|卡|不合|不能呼吸|鬆垮|鬆鬆|緊繃|有點[緊鬆大小]|偏[大小]|掉"
    ),
    usual=re.compile(r"平常|平時|通常|一般|習慣|都穿|別家"),
    so=re.compile(r"所以|那就"),
    take=re.compile(r"拿|要|換|給我|就好|好了|應該|才|買|那就|請|麻煩|吧"),
    others=re.compile(OTHER),
    mine=re.compile(r"(?:我(?![的]?[媽爸哥姊姐弟妹老先太女男朋同])|自己|本人)[^。？！，]{0,6}\Z"),
)
