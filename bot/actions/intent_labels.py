"""How an intent is offered to a visitor as a choice. What is not here is never offered."""

from __future__ import annotations

INTENT_LABELS = {
    "track_order": "Where is my order?",
    "cancel_order": "Cancel an order",
    "change_order": "Change an order",
    "return_item": "Return something",
    "return_policy": "How returns work",
    "refund_status": "Where is my refund?",
    "shipping_cost": "What delivery costs",
    "shipping_time": "How long delivery takes",
    "shipping_abroad": "Delivery to other countries",
    "find_product": "Find a product",
    "check_stock": "Is it in stock?",
    "size_advice": "Which size to take",
    "product_care": "Material and care",
    "payment_methods": "Ways to pay",
    "payment_problem": "Trouble with a payment",
    "reset_password": "Trouble signing in",
    "manage_account": "My account and invoices",
    "ask_coupon": "Discounts",
    "coupon_problem": "My coupon doesn't work",
    "damaged_item": "Something arrived damaged",
    "faulty_item": "Something broke",
    "wrong_item": "I got the wrong item",
    "missing_item": "Something is missing",
    "late_delivery": "My delivery is late",
    "what_is_remembered": "What you know about me",
    "delete_my_data": "Delete my data",
}
