"""What visitors, the bot and agents say in the past dialogues: several wordings of everything, written by hand."""

from __future__ import annotations

VISITOR: dict[str, tuple[str, ...]] = {
    "ask_order": (
        "Hi, where is my order {number}?",
        "can you check order #{number} please",
        "I ordered last week, number {number}. Has it left yet?",
        "Any news about HR-{number}?",
        "hello! what is the status of {number}",
        "Good morning. I would like to know when {number} arrives.",
    ),
    "give_email": (
        "{email}",
        "It is {email}",
        "sure, {email}",
        "ordered with {email}",
        "my mail is {email}",
    ),
    "thanks": (
        "Thank you!",
        "great, thanks",
        "Perfect, thank you very much.",
        "thx 👍",
        "That was quick, thanks.",
        "Lovely, that is all I needed.",
        "ok thanks bye",
    ),
    "late": (
        "My parcel {number} should have been here days ago.",
        "order {number} still has not arrived and tracking has not moved since Monday",
        "This is really late now. {number}. It was meant to be a birthday present.",
        "Where is {number}?? You said four to eight days.",
    ),
    "annoyed": (
        "I know the tracking page. It says nothing.",
        "That does not help me at all.",
        "You told me the same thing yesterday.",
        "I have waited long enough, honestly.",
    ),
    "return": (
        "I want to send something back from order {number}",
        "How do I return the {product}? Order {number}.",
        "I'd like to return the {product} of order {number}, it does not suit me.",
        "return please: {number}",
    ),
    "reason": (
        "It is too big",
        "the colour looks different from the picture",
        "I ordered two to compare",
        "Changed my mind, sorry",
        "too warm for me",
    ),
    "exchange": (
        "Can I swap the {product} for a size {size}?",
        "I need the {product} in {size} instead, order {number}",
        "the {product} from {number} is too small. Do you have {size}?",
        "Exchange to {size} possible? It's the {product}.",
    ),
    "interest": (
        "I am looking at the {product}",
        "Tell me about the {product}",
        "would you recommend the {product}?",
        "Do you still have the {product}?",
        "thinking about the {product} for a trip to Landmannalaugar",
    ),
    "size_colour": (
        "size {size} in {colour} if you have it",
        "{colour}, and I wear {size}",
        "I take {size}. {colour} would be nice",
        "do you have it in {colour}, size {size}?",
    ),
    "size_advice": (
        "What size should I take? I am 178 cm and about 75 kg.",
        "I am between sizes. Should I take the larger one for the {product}?",
        "how does the {product} fit, true to size?",
        "Is {size} of the {product} right for somebody 185 tall?",
    ),
    "wear": ("I usually wear {size}", "normally {size}", "In most shops I am a {size}."),
    "coupon": (
        "The code WELCOME10 does not work",
        "do you have any discount codes?",
        "Can I use WELCOME10 together with the wool offer?",
        "I found a card in my parcel with a code. What is it for?",
    ),
    "shipping": (
        "How much is shipping to Germany?",
        "do you ship to Taiwan and how long does it take",
        "Is delivery free over some amount?",
        "Can I pick it up in Reykjavík?",
        "shipping cost to the UK? and customs?",
    ),
    "payment": (
        "Can I pay by invoice?",
        "do you take Apple Pay",
        "My card was declined twice, what can I do?",
        "Can I pay in instalments?",
    ),
    "refund": (
        "I sent {number} back two weeks ago. Where is my refund?",
        "refund for {number}?",
        "When do I get my money back for order {number}",
    ),
    "damaged": (
        "The {product} from order {number} arrived with a torn seam.",
        "My {product} came broken. {number}.",
        "there's a hole in the {product}! order {number}",
        "I unpacked {number} and the {product} is scratched all over",
    ),
    "wrong_item": (
        "I ordered the {product} but got something else entirely. {number}",
        "wrong item in the parcel, order {number}. It should be the {product}",
        "You sent me the wrong colour of the {product}, order {number}.",
    ),
    "human": (
        "Can I talk to a person?",
        "human please",
        "I would rather speak with someone.",
        "agent",
        "Is there anyone real there?",
    ),
    "unclear": (
        "the thing with the thing from the advert, you know",
        "mine is like my brother's but the other one",
        "so what about it then",
        "It's about the matter we discussed on the ferry",
        "can it do the same as last time only better",
    ),
    "explain": (
        "I want to give my sister a voucher with a picture of our dog printed on it.",
        "I'd like fifteen hats with our choir's name on them.",
        "My zip is fine but the puller came off and I only want to buy a puller.",
        "Do you repair sweaters that were not bought from you?",
        "We are a film crew and need to borrow six parkas for a day.",
    ),
    "care": (
        "How do I wash the {product}?",
        "Can the {product} go in the machine?",
        "a little pilling on my {product}, is that normal?",
    ),
    "complaint": (
        "I am very disappointed. Third time something goes wrong with you.",
        "This is unacceptable. I want to complain.",
        "Your shop used to be so good. What happened?",
    ),
    "cancel": (
        "Please cancel order {number}, I made a mistake.",
        "can I still cancel {number}?",
        "I need to change the address of {number}, we are moving",
    ),
    "name": ("I'm {name}", "My name is {name}.", "{name} here", "It's {name}, by the way"),
    "yes_solved": ("Yes, all good now, thank you", "yes it is solved", "It is, thanks for asking!"),
    "not_solved": (
        "No, still nothing.",
        "not really, I am still waiting",
        "no. nobody wrote to me",
    ),
    "agent_thanks": (
        "Thank you, that is very kind.",
        "Great service, thanks!",
        "ok, I will wait for the mail then",
        "Perfect. Have a nice day!",
        "fine, thank you",
    ),
    "details": (
        "yes, one moment",
        "I can send a picture by mail if you like",
        "It was the post that brought it, not DHL.",
        "a new one would be best",
    ),
}

BOT: dict[str, tuple[str, ...]] = {
    "ask_email": (
        "Happy to look. Which e-mail address did you order with?",
        "I can check that. What is the e-mail address of the order?",
    ),
    "placed": ("Order {number} was placed on {placed} and will be packed within a day.",),
    "packed": (
        "Order {number} is packed and waits for the carrier. It should be with you by {eta}.",
    ),
    "shipped": (
        "Order {number} is on its way with {carrier} and should arrive by {eta}. You can follow it here: {url}",
    ),
    "delivered": ("Order {number} was delivered by {carrier} on {delivered}.",),
    "cancelled": ("Order {number} was cancelled, and you were not charged.",),
    "returned": ("Order {number} came back to us, and the money was returned to your card.",),
    "welcome": (
        "You are welcome. Have a good day!",
        "Glad to help.",
        "My pleasure. Takk fyrir and goodbye!",
    ),
    "late": (
        "I am sorry that {number} is late. {carrier} has it; the last news is at {url}",
        "I am sorry. {number} left us on time, but {carrier} has not delivered it yet.",
    ),
    "ask_reason": ("No problem. What is the reason for the return?", "Of course. May I ask why?"),
    "returned_ok": (
        (
            "Your return of order {number} is registered. A label is on its way to your e-mail; the refund follows "
            "within five working days of the parcel's arrival."
        ),
    ),
    "product": (
        "{product}, {price}. {description}",
        "Good choice. {product}: {price}. Which size and colour would you like?",
    ),
    "in_stock": ("Yes, we have size {size} of the {product}: {stock} left.",),
    "sold_out": (
        "I am sorry, size {size} of the {product} is sold out at the moment. Other sizes are here: {link}",
    ),
    "ask_size": ("Our clothes are cut true to size. Which size do you usually wear?",),
    "advice": (
        "Then {size} is right for most people. If you want a sweater underneath, take one size up.",
    ),
    "coupon": (
        "WELCOME10 takes 10 % off a first order. It cannot be joined with other offers.",
        "There are two codes now: WELCOME10 for newcomers, and WOOL15 for wool above 100 euros.",
    ),
    "shipping": (
        (
            "Standard delivery is 5.90 euros, express 14.90. From 100 euros on, standard delivery is free. "
            "It takes four to eight working days to Europe."
        ),
    ),
    "payment": ("You can pay by card, PayPal, Apple Pay, Google Pay or bank transfer, in euros.",),
    "refund": (
        "The parcel reached us, and the refund for {number} was sent to your card. Banks need up to five days.",
    ),
    "sorry": ("I am sorry about that.", "I am sorry to hear it. That should not happen."),
    "hand_over": (
        "Let me bring in a colleague who can settle this.",
        "This needs a person. I am passing you on, with everything you told me.",
    ),
    "not_understood": (
        "I am not sure that I understood. Is it about an order, a return, a product or delivery?",
        "Sorry, could you say that in other words?",
    ),
    "care": (
        "Air it rather than wash it. If it must be: by hand, lukewarm, with wool soap, and dried flat.",
        "The label inside says it best: 30 degrees, gentle, no softener, and never in the dryer.",
    ),
    "welcome_back": ("Welcome back, {name}.", "Good to see you again, {name}."),
    "ask_problem": ("Last time it was about {problem}. Is that solved now?",),
    "glad": ("I am glad. What can I do for you today?",),
}

AGENT: dict[str, tuple[str, ...]] = {
    "hello": (
        "Hello, this is {agent}. I have read what you wrote, just a moment.",
        "Hi, {agent} here. Let me look at this for you.",
        "Hello {name}, I am {agent} and I am taking over from the bot.",
    ),
    "late": (
        "I have asked {carrier} to trace it. If it has not arrived by Thursday we send it again.",
        "It was held at the depot; {carrier} brings it tomorrow. I took the shipping cost off your bill.",
    ),
    "exchange": (
        "{size} is here. I have set it aside; the label for the way back is in your mail.",
        "Of course. The new size leaves today, and you return the first one when it suits you.",
    ),
    "damaged": (
        "That is our mistake. A new one leaves today, and you may keep the damaged one.",
        "I am sorry. Would you like a new one or the money back? Either is quick.",
    ),
    "wrong_item": (
        "We mixed up two parcels, sorry! The right one leaves today, and we collect the other at your door.",
    ),
    "special": (
        "That is a nice idea. I will ask the workshop and write to you by tomorrow noon.",
        "We can do that. I am sending you an offer by e-mail this afternoon.",
        "We do not usually, but I asked and we will make an exception.",
    ),
    "complaint": (
        "You are right to be upset, and I am sorry. I have taken 20 % off and will follow this myself.",
        "Thank you for telling us. I am passing it to Einar, who runs the shop, and he will call you.",
    ),
    "change": (
        "Done: I have changed it, and you will get a new confirmation in a minute.",
        "I caught it just before it was packed. It is cancelled and you will not be charged.",
    ),
    "general": (
        "I have looked it up, and it is as you say. I have put it right.",
        "Done. You will find the confirmation in your mail.",
    ),
    "bye": (
        "Is there anything else? Otherwise have a good day!",
        "Write again whenever you like. Bless bless!",
    ),
    "note": (
        "Carrier promised an answer by noon. Look again tomorrow.",
        "Offered 20 % off, accepted.",
        "Very kind customer, has been buying since 2021.",
        "Workshop says yes, two weeks.",
    ),
}

COMMENTS: dict[int, tuple[str, ...]] = {
    5: (
        "Fast and friendly",
        "Best bot I have met",
        "Anna was wonderful",
        "Did not have to repeat myself",
    ),
    4: ("good", "Solved, took a while", "Helpful"),
    3: ("okay", "The bot did not get it, the person did"),
    2: ("Too slow", "Had to explain twice"),
    1: ("Still no parcel", "Useless"),
}

SUMMARY: dict[str, str] = {
    "late": "Order {number} is late; the visitor has the tracking link and wants more than that.",
    "exchange": "Wants the {product} in {size}.",
    "damaged": "The {product} of order {number} arrived damaged.",
    "wrong_item": "Got something else than the {product} of order {number}.",
    "human": "Asked for a person.",
    "special": "A wish the bot has no answer to.",
    "complaint": "Complains; nothing was tried yet.",
    "change": "Wants to cancel or change order {number}.",
    "language": "Writes in a language the bot does not speak yet.",
    "still_open": "Came back; the earlier problem is not solved.",
}

# Whole short dialogues for visitors whose language only the agents speak: question, agent's answer, thanks.
FOREIGN: dict[str, tuple[tuple[str, str, str], ...]] = {
    "is": (
        (
            "Hæ, get ég sótt pöntunina mína í búðina á Laugavegi?",
            "Já, hún er tilbúin. Við erum með opið til sex.",
            "Frábært, takk!",
        ),
        (
            "Góðan dag, er Esja peysan til í XL?",
            "Já, tvær eftir. Á ég að taka eina frá?",
            "Já takk, ég kem á morgun.",
        ),
        (
            "Má þvo teppið í vél?",
            "Nei, betra að viðra það. Í höndum og volgt ef þarf.",
            "Takk fyrir hjálpina",
        ),
    ),
    "ru": (
        (
            "Здравствуйте, вы доставляете в Алматы?",
            "Да, доставка занимает 8–10 дней и стоит 14,90 евро.",
            "Спасибо большое!",
        ),
        (
            "Подскажите, пожалуйста, какой размер взять на рост 182?",
            "Для вашего роста лучше L, рукава достаточно длинные.",
            "Спасибо, закажу L.",
        ),
        (
            "Посылка пришла, но ботинки малы",
            "Обменяем бесплатно, наклейку для возврата уже отправила.",
            "Очень быстро, спасибо",
        ),
    ),
    "zh-TW": (
        ("請問可以寄到台灣嗎?運費多少?", "可以,運費 14.90 歐元,大約 8 到 10 天送達。", "謝謝你!"),
        ("羽絨外套會不會縮水?", "不會,請用溫水手洗並平放晾乾。", "了解,感謝"),
        ("我想換 M 號", "沒問題,已經為您保留 M 號。", "太好了,謝謝"),
    ),
    "th": (
        ("สวัสดีค่ะ ส่งของมาประเทศไทยไหมคะ", "ส่งค่ะ ค่าส่ง 14.90 ยูโร ใช้เวลา 8-10 วันค่ะ", "ขอบคุณมากค่ะ"),
        ("เสื้อกันฝนกันน้ำได้จริงไหมครับ", "กันน้ำได้ครับ ตะเข็บปิดเทปทุกจุด", "ขอบคุณครับ"),
    ),
}
