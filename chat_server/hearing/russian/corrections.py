"""Values put right or replaced, behind words that say that something else was meant."""

from __future__ import annotations

import re

from chat_server.hearing.corrections import CONTACTS, PutRight, Shape, bent_values, plain_size
from chat_server.hearing.inflected import stems
from chat_server.hearing.rule import LineRule

from .contact import CHANNEL, PART, channel_of, part_of
from .goods import COLOUR, colour_of
from .money_and_sizes import AMOUNT, CURRENCY, as_budget
from .names import name_at
from .places import is_place, town_at
from .sizes import SIZE, as_size
from .words import CALENDAR

_OOPS = (
    r"(?:ой|упс|ох|извин\w+|прости\w*|сорри|пардон|ошиб\w+|опечат\w+|описал\w+|оговорил\w+|(?:пере|на)путал\w*|(?:неправильно|неверно|не то|не тот|не та|не так)(?: я)?(?: написал\w*| указал\w*| сказал\w*| ввел\w*)?|точнее|вернее|поправ\w+|исправ\w+|стоп|погодите|подождите|минутку|секунду|хотя нет|а нет|ах да|то есть|в смысле|(?:я )?передумал\w*|решил\w*(?: иначе)?"
    r"|проверил\w*|(?:пере|по|из)мерил\w*|посмотрел\w*|уточн\w+|автозамена|т9|не туда|замените на|исправьте на|поменяйте на|меняю на|давайте(?: все-таки| все же| тогда)? лучше|все-таки|все же|лучше(?: все-таки| все же| тогда)?|обновл\w+|сменил\w*|поменял\w*|изменил\w*)"
)
_MEANT = r"(?:на самом деле|правильн\w+|верн(?:о|ый|ая)|должн\w+ быть|имел\w? в виду|хотел\w? (?:сказать|написать)|надо|нуж\w+|это|там|пусть|будет|будут|у меня|мой|моя|мои|мне|ношу|беру|возьму|хочу|размер\w*|номер\w*|заказ\w*|почта|телефон|город|живу|имя|зовут|меня|цвет\w*|бюджет\w*|теперь|лучше|все-таки|все же|а|же|я|в|на|до|по|и|даже|уже|новый|новая|он|она|городом|размером|номером|цифрой|буквой|почтой|адресом|цветом|именем|датой|еще раз|еще|снова|заново|сегодня|дома|сейчас|опять|себя|ногу|стопу|—|-|:|не \S{1,20}?,? а)"
_GAP = r"[\s,.:;!()—–-]+"
_OPENING = re.compile(
    rf"(?:^|[.!?\n(] ?|[,;—–-] ?|\b(?:и|а|но) )(?:(?:нет|ну|да|а|ой|блин|ах)[\s,!.]+)*{_OOPS}{_GAP}(?:{_OOPS}{_GAP})*(?:{_MEANT}{_GAP})*№?"
    rf"|(?:^|[.!?,;—–(-] ?)(?:нет,? )?не (?:в |на |по )?\S{{1,20}}?,? (?:а|но) (?:в |на |по |это |уже )?|(?:^|[.!?] ?)нет,? (?:{_MEANT}{_GAP})*"
)
_OVER = re.compile(
    r"(?:-?(?:й|го|му))?(?:,? (?:пожалуйста|спасибо|конечно|теперь|все-таки|а не \S+|не \S+|точно|размера?|цвета?|правильно|вместо \S+|лучше|подойдет|будет|хочу|возьму|ношу|максимум))*\s*(?:[.!)(,;—–-]|\Z|\n|\s[^\w\s])"
)


_also = bent_values(
    re.compile(COLOUR),
    lambda line, found: colour_of(line.text, found, 0),
    town_at,
    is_place,
    name_at,
)
_SHAPES = (
    *CONTACTS,
    Shape("budget", re.compile(rf"(?:до |около )?(?=[^,.!?]{{0,16}}?(?<![а-яa-z])(?:{CURRENCY}|тыс))(?P<v>{AMOUNT})"), as_budget),
    Shape("size", re.compile(rf"(?P<v>{SIZE})"), plain_size(as_size)),
    Shape("preferred_channel", re.compile(rf"(?:по |на |через |в )?{CHANNEL}"), channel_of),
    Shape("preferred_hour", re.compile(PART), part_of),
)  # fmt: skip
PUT_RIGHT = PutRight(_OPENING, _OVER, re.compile(r"[?]\s*\Z"), _SHAPES, CALENDAR, _also)
LINE_RULES = (
    LineRule(
        stems(
            "ой упс ох извин прост сорри пардон ошиб опеча описа огово переп напут непра невер не точне верне попра исправ стоп погод подож минут секун хотя нет то смысл перед решил прове перем помер измер посмо уточн автоз замен поменя меняю давай все лучше обнов смени измен"
        ),
        PUT_RIGHT,
    ),
)
