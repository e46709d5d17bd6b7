"""The bot's custom actions, one a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.advise_size import AdviseSize
from actions.answer_from_page import AnswerFromPage
from actions.ask_email import AskEmail
from actions.ask_order_confirmed import AskOrderConfirmed
from actions.ask_order_number import AskOrderNumber
from actions.ask_return_reason import AskReturnReason
from actions.check_stock import CheckStock
from actions.choose_language import ChooseLanguage
from actions.coupons import CheckCoupon, OfferCoupon
from actions.fact_checked import FactConfirmed, FactDenied
from actions.find_products import FindProducts
from actions.forget_fact import ForgetFact
from actions.greet import Greet
from actions.hand_over import HandOver
from actions.not_understood import NotUnderstood
from actions.note_problem import NoteProblem
from actions.offer_person import OfferPerson
from actions.order_form import ValidateOrderStatusForm
from actions.order_status import OrderStatus
from actions.page_judged import PageDidNotHelp, PageHelped
from actions.problem_persists import ProblemPersists
from actions.problem_solved import ProblemSolved
from actions.promise_checked import PromiseBroken, PromiseKept
from actions.remember_name import RememberName
from actions.request_return import RequestReturn
from actions.return_form import ValidateReturnForm
from actions.say_goodbye import SayGoodbye
from actions.stop import Stop
from actions.take_note import TakeNote
from actions.tell_fact import TellFact
from actions.tell_remembered import TellRemembered
from actions.tell_said import TellSaid
from actions.unknown_language import UnknownLanguage
from actions.what_now import WhatNow

if TYPE_CHECKING:
    from rasa_sdk import Action

    from pages.answering import Pages
    from shop import Shop


def all_actions(shop: Shop, pages: Pages) -> list[Action]:
    """Every action, with the shop and its pages for those that need them."""
    return [
        AdviseSize(),
        AnswerFromPage(pages),
        AskEmail(),
        AskOrderConfirmed(),
        AskOrderNumber(shop),
        AskReturnReason(),
        CheckCoupon(shop),
        CheckStock(shop),
        ChooseLanguage(),
        FactConfirmed(),
        FactDenied(),
        FindProducts(shop),
        ForgetFact(),
        Greet(),
        HandOver(),
        NotUnderstood(),
        NoteProblem(),
        OfferCoupon(shop),
        OfferPerson(),
        OrderStatus(shop),
        PageDidNotHelp(),
        PageHelped(),
        ProblemPersists(),
        ProblemSolved(),
        PromiseBroken(),
        PromiseKept(),
        RememberName(shop),
        RequestReturn(shop),
        SayGoodbye(),
        Stop(),
        TakeNote(shop),
        TellFact(),
        TellRemembered(),
        TellSaid(),
        UnknownLanguage(),
        ValidateOrderStatusForm(),
        ValidateReturnForm(),
        WhatNow(),
    ]
