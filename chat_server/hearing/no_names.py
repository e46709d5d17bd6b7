"""Words that may follow "I am" or stand alone and are no name, whatever their capitals."""

from __future__ import annotations

_ENGLISH = frozenset(
    """
    a able about absolutely abroad abt actually admin administrator afraid after again agent all allergic
    almost alone already also always am amazing an and angry annoyed another any anybody anyone anything
    anyway are around as ask asking at available awaiting aware away awesome awful back bad badly based be
    because been before being best better big black blue bored born bot both boy bro broken brown busy but
    buyer buying by bye call called calling came can cannot cant can't cheap check checking client close
    closed coming concerned confused considering contacting cool correct could couldn't currently curious
    customer damaged dear decided definitely desperate did didn't different difficult disabled disappointed
    disgusted do does doesn't doing done don't dont down due during each early eh either else email e-mail
    employee enough even ever every everybody everyone everything exactly excited exhausted expecting extra
    extremely fan fantastic far fat father fed feeling few final finally fine finished first five flat for
    form four free friday fri frustrated from fucking full fully furious further getting girl give given
    giving glad go going gone good gonna got great green greetings grey guess guest guy had half happy hard
    has hasn't hate have haven't having he hello help helping hence her here hers hey hi him himself his
    hmm home hope hoping horrible how however hr hungry i i'd i'll i'm i've idk if ill im immediately
    impossible impressed in incorrect indeed info inside instead interested into irrelevant irritated is
    isn't it it's item its itself just keen kidding kind kinda know known last late lately later left less
    let like likely literally little live living locked logged lol long look looking lost lot loving lower
    mad made maam ma'am madam male man many married may maybe me mean medium mine minus miss missing
    mistaken monday mon more morning most mostly mother moved moving much multiple must my myself name
    named names near nearly need needing nervous never new next nice night no nobody none nope nor normal
    normally not nothing now number obviously of off offended often oh ok okay old omg on once one online
    only open option or orange order ordered ordering other others our out outside over overcharged own
    owner paid parcel part past patient paying people perfect perhaps person phone pink pissed planning
    please pleased plus pls plz poor positive possible possibly precise pregnant pretty previous private
    probably product prof purple puzzled question quite rather ready real really receive received receiving
    recently red refund regarding regular relieved reply requesting retired return returning right root
    running sad safe said same satisfied saturday sat say saying scared searching second secret see seeing
    seems sender sending sent serious seriously seven several she shipping shocked shop shopping short
    should shouldn't sick side simply since single sir sister six size skip slightly small so some somebody
    somehow someone something sometimes somewhat soon sorry speak speaking spelled spelt spending staff
    starting stay staying still stop stressed stuck student stupid such sunday sun super support supposed
    sure surprised system tall team tell ten terrible test tester testing than thank thankful thanks that
    that's the their them then there there's these they thing things think thinking third this those though
    three thrilled through thrown thursday thu thx till tired to today together told tomorrow tonight too
    totally travelling traveling true truly try trying tuesday tue turning two typing ugly uh um unable
    unacceptable unavailable uncertain under unhappy unhappily unimpressed unimportant unknown unless
    unsatisfied unsure until up upset urgent us user using usually vegan vegetarian very via visitor
    visiting wait waiting wanna want wanting was wasn't wasting way we wearing weather wednesday wed week
    well went were what whatever what's when where where's whether which while white who whole whom who's
    whose why will willing with within without woman won't wondering work working worried worse worth would
    wouldn't wow writing written wrong yeah yellow yep yes yesterday yet you you're young your yours yourself
    yup ya yo null undefined none n/a anonymous anon developer moderator superuser manager boss ceo
    january february march july september october november december
    american argentine asian australian austrian belgian brazilian british buddhist canadian catholic
    chinese christian croatian czech danish dutch english estonian european finnish french german greek
    gay hindu hungarian icelandic indian indonesian irish israeli italian japanese jewish korean latvian
    lesbian lithuanian mexican muslim norwegian pakistani polish portuguese romanian russian scottish
    serbian slovak slovenian spanish straight swedish swiss taiwanese thai trans turkish ukrainian
    vietnamese welsh vip xl xs xxl
    human representative operator skip cancel exit quit menu start continue delete hold listen look hear
    pay payment invoice size colour color jacket boots shoes hat gloves sweater bag shirt trousers package
    gift present price discount coupon delivery address weeks days hours minutes minute moment sec dunno mine's
    whoever pass anonym mister miss lady gentleman dude mate buddy friend family wife husband son daughter
    mum mom dad brother company business stranger hidden eh erm hola bonjour hallo moin servus namaste goodbye
    surely privacy private data gdpr legal lawyer police management complaint problem issue trouble faulty
    useless idiot silly crazy funny love loved joking forgot forget forgotten remember shall let lets we're
    they're you'll rather prefer neither nvm ty thy np brb afk lmao haha hahaha hehe ffs wtf omw asap fyi btw
    tbh imo
    """.split()  # noqa: SIM905 - a list would be one word a line
)
# The same in Russian and Icelandic, in the folded form.
_RUSSIAN = frozenset(
    """
    а без более больше будет бы был была были было в вам вас ваш ваша ваше вижу во вообще вот все всегда вы где говорю
    да давно для до доволен довольна должен должна думаю еще жду живу за заказал заказала заказываю здесь здравствуйте
    знаю и из или имею интересуюсь ищу к как какая какой клиент когда конечно который купил купила ли люблю меня мне
    могу мой моя мы на надеюсь нам нас наш наша не него нет никогда ничего но ношу нужен нужна о об он она они оплатил
    оплатила от очень ошибся ошиблась пишу по подписан пожалуйста покупатель покупаю получил получила понял поняла
    потому предпочитаю прошу работаю рад рада разочарован разочарована с сам сама секрет сейчас снова согласен согласна
    спасибо так такой там теперь то тоже только тот тут у уверен уверена уже хотел хотела хочу что чтобы эта это этот я
    админ администратор просто вчера сегодня завтра пришел пришла звоню обращаюсь зовут имя номер привет добрый день
    вечер утро неважно нельзя можно хорошо плохо ваше который извините простите почему зачем неправильно
    """.split()  # noqa: SIM905 - as above
)
_ICELANDIC = frozenset(
    """
    að aftur alltaf bara bý dálítið ég ekki eða ef en enn er frá fyrir gæti góðan dag daginn hef held hér hjá hvað hvar
    hvernig hvers í já kem kannski kaupi keypti kæri langar leita líka með mér mig mín minn mjög má nei nú núna nýr og
    oft orðin orðinn ósátt ósáttur óánægð óánægður panta pantaði reið reiður satt sem smá svo takk til um viss við vil
    vinn viðskiptavinur vona það þá þarf þetta þreytt þreyttur því ánægð ánægður búin búinn á af sá sú heiti heitir
    nafn nafnið ungur gamall stödd staddur skrifa hringi stjórnandi leyndarmál skiptir engu máli ykkur þér þú
    """.split()  # noqa: SIM905 - as above
)
NO_NAMES = _ENGLISH | _RUSSIAN | _ICELANDIC
# With a capital these may be somebody's name after all: "my name is Will".
_MAYBE_NAMES = frozenset({"will", "may", "christian", "guy", "sunny", "grey", "english", "german"})
STRICT_NO_NAMES = NO_NAMES - _MAYBE_NAMES
