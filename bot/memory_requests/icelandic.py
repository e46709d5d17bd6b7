"""Requests about memory in Icelandic."""

from .tongue import Tongue, without_accents

_REL = r"(?:maður(?:inn)?|manninn|mannsins|manninum|systir|systur|systkin\w*|bróðir|bróður|mamma|mömmu|móðir|móður|pabb\w+|fað\w+|föð\w+|dótt\w+|son(?:ur|ar|i|inn)?|barn\w*|börn\w*|maki|maka|eiginma\w+|eiginkon\w+|konan?|kærast\w+|vin(?:ur|ar|kona|konu|i|inn)?|amm[au]|af[ia]|frænd\w+|frænk\w+|nágrann\w+|vinnufélag\w+|yfirma\w+)"
_MINE = r"(?:mín(?:a|ir|ar|um|u|s)?|minn|mitt|minni|mínu|okkar|hjá (?:mér|okkur))"
_KNOW = r"(?:manstu|munið þið|mundirðu|veistu|vitið þið|þekkirðu|ertu með|eruð þið með|hefurðu|hafið þið|áttu|eigið þið|geymirðu|geymið þið|(?:geturðu|getið þið|viltu) (?:sagt|segja) mér|segðu mér|segið mér|minntu mig á|minnið mig á|mannstu|manst|muna)"
_PARCEL = r"(?:pakk|sending(?!arst)|pöntun|böggul|vör(?:u|ur)|varan|endurgreiðsl)\w*"
_SAID = r"(?:sagði|sagt|nefndi|nefnt|gaf|gefið|bað|beðið|nota|notaði|tek|vil|vildi|valdi|er með|er í|er|á|hef|skrifaði|lét|kýs|tala|gegni)"

ICELANDIC = Tongue(
    script=r"[þðæö]|\b(?:hva[dr]|mig|m[ií]n\w*|[ée]g|hver\w*|manstu|veistu|gleymdu|eyddu|hva[ðd]a)\b",
    nouns={
        "email": r"netfang\w*|tölvupóst\w*|póstfang\w*|e-?mail\w*|meil\w*",
        "phone": r"númerið|s[íi]manúmer\w*|s[íi]minn|s[íi]mann|s[íi]mi\w*|s[íi]ma|farsím\w*|gsm\w*",
        "order_number": r"pöntunarnúmer\w*|númer\w* (?:á )?pöntun\w*|pöntunin",
        "company_role": r"starfsheiti\w*|staðan?|stöðu|hlutverk\w*|starf\w*|starfið",
        "company": r"fyrirtæki\w*|vinnustað\w*|vinnuveitand\w*",
        "name": r"(?:fullt )?nafn\w*|eftirnafn\w*|föðurnafn\w*",
        "size": r"(?:\w+)?stærð\w*|skónúmer\w*",
        "colour": r"uppáhaldslit\w*|lit(?:ur|urinn|inn|i)?\b",
        "budget": r"fjárhagsáætlun\w*|(?:há)?mark\w*|verðbil\w*|verðþak\w*",
        "delivery_place": r"(?:afhendingar|sendingar|send|afhending)\w*(?:staðu?r\w*|heimilisf[aö]ng\w*|fang\w*)",
        "home|delivery_place": r"heimilisf[aö]ng\w*|póstfang\w*",
        "home": r"heim(?:a|ili)\w*|bæ(?:r|inn|rinn)\b|borg(?:in|ina)?\b|heimabæ\w*|búsetu\w*",
        "occasion_date": r"afmæli\w*|brúðkaup\w*|ferming\w*|útskrift\w*|veisl\w*|ferð(?:in|ina|alag\w*)\b|dagsetning\w*|skírn\w*",
        "occasion": r"tilefni\w*",
        "household": r"fjölskyld\w*|börn\w*|hund(?:ur|inn|urinn|a|ar)?|kött\w*|kisa\w*|gæludýr\w*",
        "preferred_channel": r"samskiptaleið\w*|boðleið\w*",
        "preferred_hour": r"(?:hentugur |besti )?(?<!einhvern )(?<!einhverntíma )tím(?:i|inn|ann)\b",
        "form_of_address": r"ávarp\w*|titil\w*|titill\w*",
        "language": r"tungumál\w*|móðurmál\w*",
        "open_problem": r"vandamál\w*|vandi\w*|vandræð\w*",
        "complaint": r"kvörtun\w*|kvartan\w*",
        "suggestion": r"tillag\w*|tillög\w*|ábending\w*|uppástung\w*",
        "praise": r"hrós\w*",
        "product_liked": r"smekk\w*",
        "promise": r"loforð\w*",
    },
    asks=(
        rf"\b(?:hvað|hver|hvert|hvaða|hvar|hvenær|hvernig|hverjir|hverjar|hver[st])\s+(?:er|eru|var|voru)\s+(?:aftur\s+|eiginlega\s+|nú\s+)?(?:\w+\s+)?{{noun}}\s+(?:\w+\s+)?{_MINE}",
        rf"\b{_KNOW}\b[^.!?]{{0,25}}?\b{{noun}}\s+(?:\w+\s+)?{_MINE}",
        rf"^\W*(?:(?:en|og|eða)\s+)*{{noun}}\s+{_MINE}\s*(?:þá|líka)?\s*\?",
        rf"\bhvaða\s+(?:\w+\s+)?{{noun}}\s+{_SAID}\s+(?:ég|eg)\b",
        r"\bhvaða\s+(?:\w+\s+)?{noun}\s+(?:hafið þið|hefurðu|ertu með|eruð þið með|er skráð\w*|áttu|eigið þið|eru skráð\w*|geymið þið)\b.{0,25}(?:\b(?:mig|mér|mín)\b|skráð|geym)",
        r"\b(?:sagði|nefndi|gaf|hef|hafði) ég\b.{0,20}\b{noun}\b",
        # "is my e-mail there with you?"
        rf"^\W*(?:(?:en|og|eða|jæja|nú)\W+)*(?:er|eru|var)\s+{{noun}}\s+{_MINE}\s+(?:\w+\s+)?(?:þarna|hjá|skráð\w*|geymd?\w*|enn)",
    ),
    also=rf"\b(?:og|eða)\s+{{noun}}(?:\s+{_MINE})?",
    wholes={
        "name": r"\bhvað heiti (?:ég|eg)\b|\b(?:við hvern|hvern) (?:ert þú|ertu|eruð þið) að tala\b|\bhver (?:er|em) (?:ég|eg)\b|\bhver ég er\b|\bhvað ég heiti\b",
        "home": r"\bhvar\b[^.!?]{0,20}\b(?:ég|eg) (?:eigi (?:\w+ )?heima|búi)\b|\bhvar (?:á|bý|er) (?:ég|eg)(?: nú| núna)?(?: heima)?\b|\bhvar ég (?:á heima|bý)\b|\b(?:í|á) hvaða (?:bæ|borg|landi|stað)\w* (?:bý|á|er) (?:ég|eg)|\bhvaðan (?:er|kem) (?:ég|eg)|\bhvert flutti (?:ég|eg)",
        "size": r"\bhvaða (?:\w*stærð|númer) (?:á|tek) (?:ég|eg) (?:aftur|sjálf\w*|venjul\w*|vanal\w*)|\ber (?:ég|eg) (?:ekki )?(?:í|með) (?:stærð|númer)|\bhvaða (?:\w*stærð|númer) (?:nota|er|tek|þarf) (?:ég|eg)\b|\bí hvaða (?:\w*stærð) er (?:ég|eg)|\bhvaða (?:\w*stærð) (?:ég|eg) (?:nota|er|tek)",
        "colour": r"\bhvaða lit(?:ur|i)? (?:vil|vildi|finnst|þykir|kýs|er) (?:ég|mér|eg|í uppáhaldi)",
        "budget": r"\bhver[t]? (?:er|var) (?:þá |nú |aftur )?hámarkið\b|\befri mörk\w*|\bhvað (?:vil|vildi|ætla|ætlaði|get|má|er) (?:ég|eg) [^.!?]{0,20}(?:eyða|borga|verja|kosta)|\bhversu miklu [^.!?]{0,15}(?:ég|eg) [^.!?]{0,15}(?:eyða|verja)",
        "occasion_date": r"\bhvenær\b[^.!?]{0,12}\bstóri dagur\w*|\bhvenær (?:á|er|verður|var|giftist|gifti|útskrifast|fer|ferðast) (?:ég|eg)?[^.!?]{0,25}\b(?:afmæli\w*|brúðkaup\w*|giftist|gifti|ferming\w*|útskrif\w*|veisl\w*|ferð\w*|fer|jólaboð\w*|próf\w*|hlaup\w*)\b",
        "occasion": r"\bhvaða (?:veislu|ferð|boð|hátíð|athöfn)\w* (?:er|var|ætla)|\bhvert (?:er|var) tilefnið|\bhverju (?:er|var|ætla) (?:ég|eg) að fagna",
        "delivery_place": r"\bhvert [^.!?]{0,30}(?:sent|sendið|senda|send|afhent|fer)\w*[^.!?]{0,30}\b(?:mín\w*|minn|mitt|mér|mig|ég)\b|\bhvert [^.!?]{0,20}\b(?:mín\w*|minn|mitt|ég)\b[^.!?]{0,25}(?:sen[dt]|afhen[dt]|fer)\w*",
        "preferred_channel": r"\bhvernig vil (?:ég|eg) (?:fá|láta)\b[^.!?]{0,20}(?:svör|svar|vita|skilaboð)|\bhvernig [^.!?]{0,25}(?:samband við mig|ná(?:ið þið|rðu)? (?:í|á|til) (?:mig|mér|mín)|hringja|láta mig vita)|\bhvernig (?:vil|vildi) (?:ég|eg) [^.!?]{0,20}(?:samband|haft|látin)",
        "preferred_hour": r"\bhvenær\b[^.!?]{0,20}\b(?:vera|verð|er ég) (?:ég )?heima\b|\b(?:hvenær|klukkan hvað)\b[^.!?]{0,30}(?:ná í mig|hringja|samband við mig|hentar (?:mér|það)|laus)",
        "form_of_address|name": r"\bhvernig [^.!?]{0,15}(?:ávarp|kall|titl)\w*[^.!?]{0,10}\b(?:mig|ég)\b|\bhvað (?:viltu|ætlarðu|kallarðu|kallið þið) [^.!?]{0,10}(?:kalla )?mig",
        "language": r"\b(?:hvaða|á hvaða) (?:tungu)?máli? (?:tala|vil|kýs|vildi|er)\b",
        "household": r"\bhversu mörg börn\b|\bhvað á (?:ég|eg) mörg börn|\bhvað á ég marg|\bá (?:ég|eg) (?:börn|hund|kött|gæludýr|maka)\b|\bmeð hverjum bý (?:ég|eg)|\bhver(?:jir)? (?:býr|búa) (?:með|hjá) mér",
        "company": r"\bhvar (?:vinn|starfa) (?:ég|eg)\b|\bhjá hverj\w+ (?:vinn|starfa) (?:ég|eg)|\bhjá hvaða fyrirtæki",
        "company_role": r"\bvið hvað (?:vinn|starfa) (?:ég|eg)|\bhvað (?:geri|starfa) (?:ég|eg)\b|\bhvaða (?:stöðu|starfi|hlutverki) (?:gegni|er)",
        "product_disliked": r"\bhvað (?:líkar|finnst|fannst) mér (?:\w+ )?(?:ekki|illa|leiðinleg\w*|vont)|\bhvað (?:þoli|vil) ég ekki",
        "product_liked": r"\bhvað (?:líkar|finnst|fannst|þykir) mér\b|\bhvað held ég upp á",
        "product_owned": r"\bhvað (?:á|hef) (?:ég|eg) (?:\w+ )?(?:keypt|þegar|nú þegar|frá ykkur)|\bhvað keypti (?:ég|eg)",
        "product_interest": r"\b(?:að hverju|eftir hverju|hverju) (?:er|var) (?:ég|eg) (?:\w+ )?(?:að )?(?:leita|leitað)|\bhvað (?:var|er) (?:ég|eg) að (?:leita|skoða|spá)|\bá hverju hef ég áhuga",
        "order_number": r"\bhvaða pöntun\w* (?:spurði|nefndi|sagði|gaf)",
        "open_problem": r"\bhvað (?:var|er) að (?:hjá mér|\w+ minn|\w+ mín|\w+ mínum)|\bhvaða vandamál\w* (?:er|var|á|hef|sagði)",
        "complaint|open_problem": r"\b(?:yfir hverju|undan hverju|(?<!af )hverju) (?:kvartaði|var) (?:ég|eg)",
        "suggestion": r"\b(?:hverju|hvað) (?:stakk|lagði) (?:ég|eg) (?:upp á|til)|\bhvað stakk ég",
        "praise": r"\b(?:hverju|hvað|hverjum) hrósaði (?:ég|eg)",
        "promise": r"\b(?:var|hefur) mér (?:\w+ )?(?:verið )?lofað|\b(?:hvað|hverju|hvenær|hver|hvaða|lofaði|lofuðu[ðm]?|lofuð)\b[^.!?]{0,40}\b(?:lof(?:a|aði|uð|orð)\w*)|\b(?:hvenær|hvað)\b[^.!?]{0,15}\b(?:sagðist|ætlaði|ætluðu\w*|sögðust|sögðuð\w*)\b[^.!?]{0,30}\b(?:starfs|samstarfs|félag|þið|kolleg|fulltrú)\w*|\b(?:hvenær|hvað)\b[^.!?]{0,12}\b(?:samstarfs|starfs)\w+[^.!?]{0,25}\b(?:sagð|hring|ætla)\w*|\b(?:lofaðir þú|lofaðirðu|lofuðuð þið|lofaði \w+) (?:mér|okkur)\b[^.!?]*\?",
    },
    shop=r"\bbý (?:ég|eg) til\b|^\W*(?:vinsamlegast )?(?:mundu|skráðu|geymdu|munið)\b(?!.*\?)|\b(?:ég|eg) (?:man|veit|finn) ekki\b|\bá ég að (?:taka|velja|kaupa|panta|gera|senda|nota|skila)\b|\bsendi (?:ég|eg)\b|\bskila\w*\b|\b(?:sím\w+|netfang\w*|heimilisfang\w*|nafn\w*) (?:ykkar|þitt|þinn|þín)\b|\b(?:er|eru|til)\b[^.!?]{0,25}\bí (?:minni|mínu) (?:stærð|númeri)|\bhvar er (?:pöntunin|pakkinn|sendingin|endurgreiðslan)|\b(?:breyta|uppfæra|skipta um|hætta við|finn|finna)\b",
    errands=(
        # Where it is, or went.
        rf"\bhvert (?:fór|fóru)\b|\bhvert er (?:\w+ )?{_PARCEL}|\bhvar\b(?! (?:vil|vildi|má|á að))[^.!?]{{0,25}}\b{_PARCEL}|\bhvar er\w*\b[^.!?]{{0,25}}\bsem (?:ég|eg|við)\b",
        # When it comes.
        rf"\bhvenær\b(?! (?:dags|vil|vildi|hentar|á að|má))[^.!?]{{0,35}}(?:\b{_PARCEL}|\bfæ\b|\bfáum\b|\b(?:kemur|berst)\b|\btil baka\b|\baf stað\b|\bút af\b)",
        # What it costs, or how long it takes.
        r"\bhvað (?:kosta|tekur|er langt|þarf (?:ég|eg) að borga)",
        # How and where it is done: any deed but living, working and wishing.
        r"\b(?:hvar|hvert|hvernig) (?!(?:bý|á|vinn|starfa|er|var|vil|vildi|kýs|keypti|sagði|bað|nefndi)\b)\w+ (?:ég|eg)\b",
        r"\bhvað geri (?:ég|eg)\b(?! (?:í|við|hjá|fyrir) )",
        # What to choose.
        r"\b(?:á|ætti|skal|skyldi) (?:ég|eg) (?:ekki )?að\b|\bhvaða (?:\w*stærð|númer) (?:þarf|tek|vel) (?:ég|eg)\b|\b(?:segja|finnst) (?:aðrir|öðrum|fólki)\b",
        r"\b\d{2,3} ?(?:cm|sm|kg|kíló|sentimetr)|\b(?:nota|er í|tek|er) (?:\w+ )?\d\d\b[^.!?]{0,30}\bhvaða (?:\w*stærð|númer)",
        # What the shop's own bot does.
        r"\b(?:gegnir|starfar|ert) þú\b|\bhvaða rétt\w*",
    ),
    vouches=r"\btek (?:ég|eg) (?:sjálf|venjul|vanal|yfirl)\w*|\b(?:sagði|nefndi|nefnt|gaf|bað|beðið|man(?:n)?stu|munið|samkvæmt|lof\w+)\b|\bsagt\b(?! mér)",
    practices=r"\b(?:hvernig|af hverju|hvers vegna|hví|hvaðan|til hvers)\b[^.!?]{0,12}\b(?:veistu|veist|vissir\w*|vitið|vissuð|veit|manstu|munið|man|þekkir\w*|fenguð|fáið|fékkstu|ertu með|eruð þið með|þarftu|þurfið|geymi\w*)\b|\bhvað geri(?:ð|rðu|r þú) (?:þið )?við\b|\bfylgi(?:st|ð)\w*\b[^.!?]{0,10}\bmeð (?:hvað|því|mér)\b",
    everything=r"^(?!.*(?:eyð|gleym(?!t)|þurrk))(?:.*\b(?:hvað|hvaða|allt|eitthvað)\b[^.!?]{0,30}\b(?:veist\w*|vitið|manst\w*|munið|muna|vitað|geym\w*|skráð\w*|vista\w*|hefurðu|hafið|eruð|ertu|áttu|eigið|er)\b[^.!?]{0,25}\bum (?:mig|okkur)\b|.*\bhvað (?:er|sé) (?:vitað|geymt|skráð) um mig|\W*(?:en |og |jæja )*hvað (?:manstu|munið þið)\W*$|.*\b(?:manstu|munið þið) (?:ekki )?eftir (?:mér|okkur)|.*\bþekkir(?:ðu|ð þú) mig\b|.*\bþekkið þið mig\b|.*\b(?:sagði|sagt|sagt ykkur|sagði ykkur)\b[^.!?]{0,12}\bum (?:mig|sjálfa?n? mig|sjálfa mig)\b)",
    anything=r"\bhvað er (?:ég|eg) (?:gam\w+|stór|þung\w*|há\w*)\b|\bí hvaða (?:blóðflokk|stjörnumerk)\w*|\bhvaða bíl\w* (?:á|ek|keyri) (?:ég|eg)|\b(?:manstu|munið þið|veistu|vitið þið)\b[^.!?,]{0,25}\b(?!pönt|pakk|sending|endurgr|afslátt|reikn|körf|aðgang|lykil)\w+\s+(?:mín\w*|minn|mitt|minni)\b|\b(?:hver|hvert|hvað|hvenær)\s+er\s+(?!pönt|pakk|sending|endurgr|afslátt|reikn|körf|aðgang|lykil|staða)\w+\s+(?:mín\w*|minn|mitt)\s*\?",
    others=(
        rf"\b(?:hvað|hver|hvert|hvaða|hvar|hvenær|hvernig|{_KNOW})\b[^.!?]{{0,35}}\b{_REL}\s+(?:mín\w*|minn\w*|mitt|minni|mínu\w*)(?=[^.!?]*\?|[^.!?]*$)(?<!maki minn á)",
        r"\bhvað heit(?:ir|a) (?!fyrirtæk|vinnustað)\w+ (?:minn|mín|mitt|mínir|mínar|okkar)\b",
        rf"\bhvaða \w+ (?:notar|tekur|á|vill|er í) {_REL}\s+(?:mín\w*|minn\w*|mitt|minni)",
        r"\b(?:hvað|hver|hvert|hvar|hvaða|veistu|manstu)\b[^.!?]{0,25}\b(?:nafn|sími|síminn|stærð|stærðin|netfang|netfangið|heimilisfang\w*|afmæli\w*) (?:hans|hennar|þeirra)\b",
        r"\b(?:hvað|veistu|munið þið|manstu|segðu mér|hvaða|hverjir|nöfn|sýndu mér|listi)\b[^.!?]{0,35}\b(?:aðra|annarra|aðrir|öðrum|hinum|öllum|allra|alla) (?:viðskiptavin|kúnn|gest|fólk|notend)\w*",
        r"(?i:\b(?:hvað(?! finnst| heldur)|hvar|hver|segðu mér|veistu|hvaða)\b[^.!?]{0,25}\b(?:sími(?:nn)?|símanúmer(?:ið)?|netfang(?:ið)?|stærð(?:in)?|heimilisfang(?:ið)?|um) )(?-i:(?P<name>[A-ZÁÉÍÓÚÝÞÆÖ][\wáéíóúýþæöð]+(?: [A-ZÁÉÍÓÚÝÞÆÖ][\wáéíóúýþæöð]+)?))\W*$",
        r"(?i:\bhvar býr )(?-i:(?P<name2>[A-ZÁÉÍÓÚÝÞÆÖ][\wáéíóúýþæöð]+))",
    ),
    recalls=r"\b(?:hvað|hvenær|hvernig|hvar)\b[^.!?]{0,20}\b(?:sagði|sagt|nefndi|skrifaði|spurði) (?:ég|eg)\b|\bhef(?:ði)? (?:ég|eg) (?:\w+ )?(?:sagt|nefnt|minnst|talað)|\bsagði (?:ég|eg)\b[^.!?]*\?|\bnefndi (?:ég|eg)\b[^.!?]*\?|\bmanstu (?:hvað|þegar|að|hvort) (?:ég|eg)\b|\bminntu mig á hvað ég|\bhvað töluðum við",
    gives_up=r"^\W*(?:\w+\W+){0,2}gleym(?:du|ið|dum) því(?:\W+(?:bara|takk|þá))*\W*$|\b(?:skiptir engu|sleppum)[, ]+gleym|\bgleymdu því,? (?:skiptir|alveg sama)",
    forgets=(
        rf"\b(?:gleymdu|gleymið|gleyma|eyddu|eyðið|eyða|þurrkaðu út|fjarlægðu|ekki (?:geyma|muna|vista|nota))\s+(?:\w+\s+)?{{noun}}\s+{_MINE}",
    ),
    forgets_wholes={
        "home": r"\b(?:gleymdu|gleymið|eyddu|ekki (?:geyma|muna)) (?:því )?hvar ég (?:á heima|bý)",
        "name": r"\b(?:gleymdu|gleymið|eyddu|ekki (?:geyma|muna)) (?:því )?hvað ég heiti",
        "company": r"\b(?:gleymdu|gleymið|eyddu) (?:því )?hvar ég vinn",
    },
    forgets_last=r"^\W*(?:(?:vinsamlegast|nei|æ|úps|fyrirgefðu|jæja|og|en)\W+)*(?:gleymdu|gleymið|eyddu|eyðið|ekki (?:geyma|muna|vista))\s+(?:þessu|þetta|því|það|því sem ég (?:var að segja|sagði)(?: síðast| áðan)?|þessu síðasta)(?:\W+(?:takk|aftur|bara))*\W*$",
    frames=r"\b(?:var|hef|hafði) (?:ég|eg) búin\w* að (?:nefna|segja|gefa|skrifa|taka fram)\b|\b(?:manstu|mannstu|munið þið|veistu|vitið þið|geturðu sagt mér|getið þið sagt mér|segðu mér|segið mér|minntu mig á|minnið mig á|geymið þið|eruð þið (?:enn )?með|ertu (?:enn )?með|hafið þið|hefurðu)\b|\b(?:sagði|sagðist|nefndi|gaf|lét|bað|skrifaði|sagt|nefnt|gefið|beðið) (?:ég|eg)\b(?: (?:ykkur|þér|upp))?|\b(?:ég|eg) (?:hef |hafði )?(?:sagði|sagt|nefndi|nefnt|gaf|gefið|bað|beðið)\b(?: (?:ykkur|þér|upp))?|"
    r"\b(?:samkvæmt|eftir) (?:því sem )?(?:þið vitið|ykkur|þér|mér|skrám? ykkar|gögnum ykkar)\b|\b(?:skráð\w*|skráður|geymt|vistað)\b(?: hjá (?:ykkur|mér))?|\bhjá (?:ykkur|mér)\W*$|\baftur\W*$",
    tells=r"\b(?:geturðu|getið þið|getur þú) sagt mér\b|\b(?:segðu|segið|sýndu|sýnið) mér\b",
    selves=r"\b(?:hvað|hver|hvern|hverju|hverjum|hvers|hvert|hvaða|hvar|hvaðan|hvenær|hvernig|hversu|hverjir|klukkan hvað)\b[^,;]{0,40}\b(?:ég|eg|mér|mig|mín\w*|minn|mitt|minni|okkar|við)\b|\bátti (?:að|ég)\b",
    asking=r"\?|\b(?:hvað|hver\w*|hvaða|hvar|hvaðan|hvenær|hvernig|hversu|manstu|veistu|minntu|segðu)\b",
    mine=r"\b(?:eruð þið með|hvað var (?:að|bilað)|ég|eg|mér|mig|mín\w*|minn|mitt|minni|okkar|manstu|munið)\b",
    goes_on=r"^\W*(?:(?:takk|ok|jæja|flott|já)\W+)*(?:og|en|hvað með)\b|\b(?:líka|einnig)\W*$",
    deeds={
        "promise": r"\blof(?:aði|uðuð|orð|að)\w*",
        "form_of_address|name": r"\b(?:ávarp|titl)\w*|\bkall(?:a|aður|aðir|ið) (?:mig|þið)\b|\blátta? kalla\b",
        "name": r"\bheiti\b(?! (?:fyrirtæk|ykk))",
        "company_role": r"\bvið hvað (?:vinn|starfa)\b|\b(?:starfsheiti|starfi|stöðu|hlutverki)\b",
        "company": r"\b(?:vinn|starfa)\b|\bfyrirtæk\w*",
        "household": r"\b(?:bý|búa|býr) (?:ég )?(?:með|hjá) (?:mér|hverjum)?|\b(?:börn|hunda|ketti|gæludýr|krakka)\b[^.!?]{0,10}\bá (?:ég|eg)\b|\b(?:á|eigum) (?:ég|eg|við)\b[^.!?]{0,15}\b(?:börn|hund|ketti|kött|gæludýr|krakka)\w*",
        "product_disliked": r"\b(?:líkar|finnst|fannst|þykir)\b[^.!?]{0,15}\b(?:ekki|illa|ljót\w*|leiðinleg\w*|vond\w*)\b|\bþoli\b|\bhata\b",
        "complaint|open_problem": r"\bkvart\w*|\bkvörtun\w*|\b(?:óánægð|ósátt)\w*",
        "praise": r"\bhrós\w*|\b(?<!ó)ánægð\w*",
        "suggestion": r"\bst(?:akk|ungið) (?:ég |eg )?upp\b|\blagði (?:ég |eg )?til\b|\btillag\w*|\btillög\w*",
        "preferred_hour": r"\b(?:hvenær|klukkan hvað|hvaða (?:tíma|dag\w*))\b[^.!?]{0,40}\b(?:hring|símt[aö]l|ná (?:í|til)|samband|send(?:ing|a|ið)|afhend|heima við|laus|hentar)\w*",
        "preferred_channel": r"\bhvernig\b[^.!?]{0,40}\b(?:samband|ná (?:í|til)|svara|láta)\w*|\bhringja eða (?:skrifa|senda)\b|\b(?:skrifa|senda) (?:\w+ )?eða hringja\b|\b(?:síma|tölvupóst\w*) eða\b",
        "email": r"\bhvaða (?:netfang|tölvupóst|póstfang|e-?mail)\w*",
        "phone": r"\bhvaða (?:síma)?númer\w*\b(?! (?:af|á) (?:skó|pönt))",
        "order_number": r"\b(?:um|á|fyrir) hvaða pöntun\w*|\bpöntunarnúmer\w*|\bnúmer\w* á pöntun\w*",
        "open_problem": r"\b(?:bilað|bilaði|brotið|brotnaði|rifið|gallað|vandamál\w*)\b|\bhvað var að\b(?! (?:leita|skoða))",
        "delivery_place": r"\b(?:hvert|hvar|á hvaða (?:heimilisf|stað|adress))\w*\b[^.!?]{0,40}\b(?:sen(?:da|dið|t|dist)|afhen\w+|pakk\w+|send\w+|skil(?:ja|ið) eftir)\b|\bafhendingarst\w*",
        "occasion_date": r"\b(?:hvenær|hvaða dag\w*|hvaða mánað\w*)\b[^.!?]{0,35}\b(?:afmæl|brúðkaup|ferming|útskrif|veisl|ferð|fer|gift|skírn|próf)\w*",
        "occasion": r"\btil hvers\b[^.!?]{0,15}\b(?:þarf|vil|kaup)\w*|\btilefni\w*|\b(?:í hvaða|hvaða) (?:ferð|veislu)\w*",
        "product_interest": r"\b(?:leita|leitaði|skoða|langaði|vantaði|(?:vildi|ætlaði) (?:ég )?(?:að )?kaupa)\b(?!.*\bí samband\b)",
        "size": r"\b(?:nota|tek|er í|þarf)\b[^.!?]{0,12}\b\w*stærð\w*|\b\w*stærð\w*\b[^.!?]{0,12}\b(?:nota|tek|ég|eg)\b|\bnúmer\w* (?:af|á) skó\w*",
        "colour": r"\bhvaða lit\w*\b[^.!?]{0,15}\b(?:ég|mér|eg)\b|\buppáhaldslit\w*",
        "budget": r"\b(?:eytt|varið|borgað)\b[^.!?]{0,12}\bmik(?:lu|ið)\b|\b(?:eyða|borga|verja|kosta)\b[^.!?]{0,15}(?:\bmest\b|\bmikl?ið\b|\bmiklu\b|\W*$)|\bhámark\w*",
        "language": r"\btungumál\w*",
        "product_owned": r"\bhvaða (?!stærð|lit|vandamál|skóstærð|bíl|gæludýr)\w+ (?:á|hef) (?:ég|eg)\b|\b(?:keypti|keypt)\b|\bnú þegar\b",
        "product_liked": r"\b(?:líkar|finnst|fannst|þykir)\b[^.!?]{0,15}\b(?:gott|góð\w*|flott\w*|best|mér)\b|\b(?:hrifin|hrifinn)\b",
        "home": r"\b(?:bý|á (?:ég |eg )?heima|búsett\w*|flyt|flytja|flutti|fluttur|flutt)\b(?! með)",
    },
)

# Of these some stand in every question; those that other languages have too say nothing.
BARE_ICELANDIC = without_accents(
    ICELANDIC,
    r"\b(?:hv(?:a[dðr]|a[dð]a|ad?an|ar|ert|er[jnst]\w*|ena?er|ernig|ersu)|eg|ég|thi[dð]|tha[dð]|thin\w*|erud|manstu|veistu|vitid|hafid|"
    r"stad\w*|staerd\w*|simi\w*|siman\w*|netfang\w*|skrad\w*|s[aö]gdu|segdu|segid)\b",
)
