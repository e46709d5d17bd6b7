"""Incentives, points and the shop."""

from __future__ import annotations

from chat_server.rest import (
    bot_jobs,
    customers,
    incentives,
    lessons,
    shop,
)
from chat_server.rest.call import Route
from chat_server.wire import customers as c
from chat_server.wire import incentives as i
from chat_server.wire import lessons as k
from chat_server.wire import rest as w
from chat_server.wire import shop as s

ROUTES: tuple[Route, ...] = (  # incentives and loyalty
    Route("GET", "/incentives", incentives.incentives, returns=w.PageOf[i.IncentiveView]),
    Route(
        "POST",
        "/incentives",
        incentives.add,
        body=i.IncentiveBody,
        returns=i.IncentiveView,
        status=201,
    ),
    Route(
        "PATCH",
        "/incentives/{id}",
        incentives.change,
        body=i.IncentivePatch,
        returns=i.IncentiveView,
    ),
    Route(
        "POST",
        "/incentives/{id}/codes",
        incentives.import_codes,
        body=i.CodesBody,
        returns=i.CodesView,
    ),
    Route(
        "POST",
        "/incentives/{id}/published-codes",
        incentives.publish,
        body=i.PublishedCodeBody,
        returns=i.PublishedCodeView,
        status=201,
    ),
    Route(
        "PATCH",
        "/incentives/{id}/published-codes/{code}",
        incentives.change_published,
        body=i.PublishedCodePatch,
        returns=i.PublishedCodeView,
    ),
    Route(
        "POST",
        "/conversations/{id}/coupons",
        incentives.mint,
        body=i.MintBody,
        returns=i.IssuedCouponView,
        status=201,
    ),
    Route(
        "POST",
        "/coupons/{code}/redeem",
        incentives.redeem,
        body=i.RedeemBody,
        returns=i.RedeemedView,
    ),
    Route(
        "GET",
        "/contacts/{id}/coupons",
        incentives.of_contact,
        returns=w.PageOf[i.IssuedCouponView],
    ),
    Route("GET", "/contacts/{id}/points", incentives.points, returns=i.PointsView),
    Route(
        "POST",
        "/contacts/{id}/points",
        incentives.give_points,
        body=i.PointsBody,
        returns=i.PointsView,
    ),
    Route(
        "POST",
        "/learning/intents",
        lessons.add_intent,
        body=k.IntentBody,
        returns=k.IntentView,
        status=201,
    ),
    Route("DELETE", "/learning/intents/{id}", lessons.remove_intent, status=204),
    Route("GET", "/learning/jobs", bot_jobs.overview, returns=k.BotJobsView),
    Route("POST", "/learning/trainings", bot_jobs.train, returns=k.BotJobView, status=201),
    Route("DELETE", "/learning/jobs/{id}", bot_jobs.cancel, status=204),
    Route(
        "POST",
        "/learning/trainings/{id}/promote",
        bot_jobs.promote,
        returns=k.BotJobView,
        status=201,
    ),
    Route("POST", "/learning/roll-back", bot_jobs.roll_back, returns=k.BotJobView, status=201),
    Route("POST", "/trainer/work", bot_jobs.take, body=k.TrainerBody, returns=k.WorkView),
    Route("POST", "/trainer/work/{id}", bot_jobs.report, body=k.JobReportBody, returns=k.GoOn),
    # the shop
    Route(
        "GET",
        "/offers",
        customers.offers,
        query=customers.OffersQuery,
        returns=w.PageOf[c.OfferView],
    ),
    Route(
        "POST",
        "/imports/orders",
        shop.import_orders,
        body=s.OrderFileBody,
        returns=s.OrderImportView,
    ),
    Route("GET", "/orders", shop.orders, query=shop.OrdersQuery, returns=w.PageOf[s.OrderView]),
    Route(
        "POST",
        "/orders/{number}/returns",
        shop.request_return,
        body=s.ReturnBody,
        returns=s.ReturnView,
        status=201,
    ),
    Route(
        "GET",
        "/products",
        shop.products,
        query=shop.ProductsQuery,
        returns=w.PageOf[s.ProductView],
    ),
    Route("GET", "/coupons", shop.coupons, query=shop.CouponsQuery, returns=w.PageOf[s.CouponView]),
)
