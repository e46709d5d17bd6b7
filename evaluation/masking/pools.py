"""Names, streets and sentences of the seeded messages."""

from __future__ import annotations

from .seeded import Pool


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


_DEV = {
    "en": Pool(
        _lines("""
        Hannah Whitcombe
        Obadiah Crane
        Lucinda Farrow
        Moses Adeyemi
        Kimberley Stroud
        Ignatius Bell
        Rosalind Achterberg
        Declan O'Hara
        Yasmin Chaudhry
        Frederica Lund
        Tobias Marlowe
        Ngaire Te Rangi
        Quentin Ashby
        Saoirse Brennan
        Wilhelmina Drake
        Jakob van der Meer
        """),
        _lines("""
        # Orchard Street, York YO1 7HH
        Flat 3, # Kelvin Road, Glasgow
        # Maple Avenue, Springfield, IL 62704
        # St Mary's Close
        """),
        _lines("""
        Hello, my name is {name} and my order {order} is late.
        It's {given} here, call me on {phone} please.
        this is {small}, my email is {email}
        Please send it to {name}, {address}.
        Could you ask {given} to ring me on {phone}?
        I paid with card {card} but got no receipt.
        Refund it to {iban}, the account is in the name of {name}.
        The parcel {parcel} went to {address} by mistake.
        my friend {name} recommended you
        You can find me on Instagram as {account}.
        See the photo: {link}
        Order {order} was for my mother {given}.
        I talked to {given} yesterday about order {order}.
        Best regards, {name}
        """),
        _lines("""
        Do you ship to Norway, and what does it cost?
        The jacket is warm and the zip works fine.
        I usually wear size 42 and the boots were too tight.
        It cost 189 euros and I bought it on 3 March.
        Is the wool sweater itchy?
        Thanks a lot, you have been very helpful.
        The gloves got wet after 20 minutes of rain.
        How do I return something without a receipt?
        """),
    ),
    "ru": Pool(
        _lines("""
        Лидия Верещагина
        Аркадий Пташников
        Мирослава Гнатюк
        Демьян Соболев
        Фатима Алиева
        Глеб Остапенко
        Василиса Журавлёва
        Рустам Хабибуллин
        Ефросинья Тихонова
        Вячеслав Рыбаков
        Оксана Мельниченко
        Тимур Гайнутдинов
        """),
        _lines("""
        ул. Садовая, д. #, кв. 12
        Ленинский проспект, #
        переулок Тихий, дом #
        603000, улица Рождественская, #
        """),
        _lines("""
        Здравствуйте, меня зовут {name}, заказ {order} задерживается.
        Это {given}, перезвоните мне по {phone}.
        это {small}, почта {email}
        Отправьте, пожалуйста: {name}, {address}.
        Оплатила картой {card}, чек не пришёл.
        Верните деньги на {iban}, получатель {name}.
        Посылка {parcel} ушла на {address} по ошибке.
        Мой инстаграм {account}.
        Фото здесь: {link}
        Заказ {order} оформляла подруга {name}.
        Вчера {given} обещала разобраться с заказом {order}.
        С уважением, {name}
        """),
        _lines("""
        Сколько стоит доставка в Норвегию?
        Куртка тёплая, молния работает хорошо.
        Обычно ношу 42 размер, ботинки оказались малы.
        Стоило 18900 рублей, купила 3 марта.
        Свитер не колется?
        Большое спасибо, вы очень помогли.
        Перчатки промокли через 20 минут дождя.
        Как вернуть вещь без чека?
        """),
    ),
    "is": Pool(
        _lines("""
        Aðalheiður Skúladóttir
        Þorkell Máni Ragnarsson
        Lovísa Björk Einarsdóttir
        Sturla Gíslason
        Jófríður Hallsdóttir
        Ketill Arnarson
        Bryndís Ýr Ólafsdóttir
        Eysteinn Kolbeinsson
        Herdís Vilhjálmsdóttir
        Úlfar Sævarsson
        Magdalena Kowalska
        Róbert Ingi Steinarsson
        """),
        _lines("""
        Laugavegur #, 101 Reykjavík
        Hamraborg #, 200 Kópavogur
        Strandgata #
        Furugrund #, íbúð 12
        """),
        _lines("""
        Góðan dag, ég heiti {name} og pöntun {order} er sein.
        Þetta er {given}, hringdu í mig í {phone}.
        þetta er {small}, netfangið er {email}
        Sendið þetta á {name}, {address}.
        Ég greiddi með korti {card} en fékk enga kvittun.
        Endurgreiðið inn á {iban}, eigandi {name}.
        Sendingin {parcel} fór á {address} fyrir mistök.
        Ég er {account} á Instagram.
        Myndin er hér: {link}
        Pöntun {order} var fyrir mömmu, hún heitir {name}.
        Hún {given} sagðist ætla að athuga pöntun {order}.
        Kær kveðja, {name}
        """),
        _lines("""
        Sendið þið til Noregs og hvað kostar það?
        Jakkinn er hlýr og rennilásinn er fínn.
        Ég nota vanalega stærð 42 og skórnir voru of þröngir.
        Hún kostaði 18900 krónur og ég keypti hana 3. mars.
        Stingur peysan?
        Takk kærlega, þið hafið verið mjög hjálpleg.
        Hanskarnir blotnuðu eftir 20 mínútur í rigningu.
        Hvernig skila ég vöru án kvittunar?
        """),
    ),
    "th": Pool(
        _lines("""
        กิตติพงษ์ สุวรรณ
        อรวรรณ ชัยมงคล
        ธนาธิป ศรีทอง
        วรรณิศา บุญมา
        ปิยะพงษ์ แสงทอง
        มาลินี จันทร์เพ็ญ
        ณัฐวุฒิ วงศ์ใหญ่
        สุพัตรา ทองคำ
        ภานุวัฒน์ เจริญสุข
        เบญจมาศ รุ่งเรือง
        """),
        _lines("""
        #/5 ซอยสุขุมวิท 22 แขวงคลองเตย กรุงเทพ 10110
        บ้านเลขที่ # หมู่ 3 ตำบลสุเทพ อำเภอเมือง เชียงใหม่ 50200
        # ถนนนิมมานเหมินท์ ตำบลสุเทพ เชียงใหม่
        """),
        _lines("""
        สวัสดีค่ะ ดิฉันชื่อ{name} ออเดอร์ {order} ล่าช้ามาก
        คุณ{given}โทรกลับมาที่ {phone} ด้วยนะคะ
        อีเมลผม {email} ครับ
        ส่งให้ {name} ที่ {address}
        จ่ายด้วยบัตร {card} แล้วไม่ได้ใบเสร็จ
        โอนคืนเข้า {iban} ชื่อบัญชี {name}
        พัสดุ {parcel} ไปผิดที่
        ไอจี {account} ค่ะ
        รูปอยู่นี่ {link}
        ออเดอร์ {order} สั่งให้แม่ ชื่อ{given}
        พี่{given}บอกจะเช็คออเดอร์ {order} ให้
        ผู้รับคือ{name} โทร {phone}
        """),
        _lines("""
        ส่งไปนอร์เวย์ได้ไหม ราคาเท่าไหร่
        เสื้ออุ่นดี ซิปใช้ได้ปกติ
        ปกติใส่ไซส์ 42 แต่รองเท้าคับไป
        ราคา 8900 บาท ซื้อเมื่อวันที่ 3 มีนาคม
        เสื้อไหมพรมคันไหมคะ
        ขอบคุณมากค่ะ ช่วยได้เยอะเลย
        ถุงมือเปียกหลังโดนฝน 20 นาที
        คืนของแบบไม่มีใบเสร็จได้ไหม
        """),
    ),
    "zh-TW": Pool(
        _lines("""
        陳思妤
        林柏宏
        黃雅婷
        張家豪
        李宜蓁
        王建志
        吳佩珊
        劉冠廷
        蔡欣怡
        許文龍
        鄭詩婷
        楊承翰
        """),
        _lines("""
        台北市大安區復興南路一段#號5樓
        台南市東區裕農路#巷8號
        新竹市光復路二段#號
        """),
        _lines("""
        你好，我叫{name}，訂單{order}遲到了。
        我是{name}，請打{phone}給我。
        我的信箱是{email}
        請寄給{name}，{address}。
        我刷卡{card}但沒收到發票。
        請退到{iban}，戶名{name}。
        包裹{parcel}寄錯到{address}了。
        我的IG是{account}
        照片在這：{link}
        訂單{order}是幫我媽媽{name}買的。
        昨天{name}先生說會查訂單{order}。
        收件人：{name}，電話：{phone}
        """),
        _lines("""
        寄到挪威要多少錢？
        外套很暖，拉鍊也順。
        我平常穿42號，這雙靴子太緊。
        三月三日買的，18900元。
        毛衣會刺嗎？
        非常感謝，你們幫了大忙。
        手套淋雨20分鐘就濕了。
        沒有發票可以退貨嗎？
        """),
    ),
}
_HELD_OUT = {
    "en": Pool(
        _lines("""
        Araminta Fielding
        Cuthbert Oyelaran
        Nerys Pritchard
        Solomon Katz
        Delphine Moreau
        Balthazar Greene
        Ifeoma Chukwu
        Piers Lockwood
        Henrietta Snow
        Xiomara Delgado
        Lachlan Murdoch-Reid
        Bronagh Kilpatrick
        """),
        _lines("""
        # Castle Row, Durham DH1 3RW
        Apartment 9, # Bayview Terrace, Cork
        # Cedar Lane, Boulder, CO 80302
        """),
        _lines("""
        {name} speaking, where is {order}?
        Hi! {given} from yesterday, new number: {phone}
        write to {email}, not to my old address
        ship to: {name}, {address}
        My sister {given} paid with {card}.
        Bank: {iban} ({name})
        DHL has {parcel} since Monday, it should go to {address}
        dm me {account}
        broken buckle, see {link}
        Mrs {name} told me that you repair zips.
        order {order}, name {name}, phone {phone}
        Thanks,\\n{name}
        """),
        _lines("""
        When is the next sale on tents?
        Love the colour, but the hood is a bit big.
        My feet are 27 cm long, which size is that?
        I returned the 89 euro gloves last week.
        Does the mug fit into a car holder?
        Nobody answered the chat on Saturday.
        It rained for 3 days and I stayed dry.
        """),
    ),
    "ru": Pool(
        _lines("""
        Платон Каратаев
        Снежана Лисицына
        Мурат Джанибеков
        Инга Цветаева
        Захар Полтавченко
        Милена Арутюнян
        Ярополк Зимин
        Камилла Нуриева
        Геннадий Бусыгин
        Агния Ветрова
        """),
        _lines("""
        набережная Фонтанки, #
        ул. Карла Маркса, дом #, квартира 31
        630099, Красный проспект, #
        """),
        _lines("""
        {name}, где {order}?
        Добрый день! {given}, вчера писала, новый номер: {phone}
        пишите на {email}, старый не работает
        доставка: {name}, {address}
        Сестра {given} платила картой {card}.
        Счёт {iban} ({name})
        Посылка {parcel} с понедельника лежит, адрес {address}
        пишите в личку {account}
        сломалась пряжка, смотрите {link}
        Мне {name} говорила, что вы чините молнии.
        заказ {order}, имя {name}, телефон {phone}
        Спасибо,\\n{name}
        """),
        _lines("""
        Когда следующая распродажа палаток?
        Цвет отличный, но капюшон великоват.
        Стопа 27 см, какой это размер?
        Вернула перчатки за 8900 рублей на прошлой неделе.
        Кружка влезает в подстаканник?
        В субботу в чате никто не ответил.
        Три дня лил дождь, а я сухая.
        """),
    ),
    "is": Pool(
        _lines("""
        Arngunnur Ýr Sveinsdóttir
        Brimir Snær Hauksson
        Dísella Bergmann
        Fjölnir Þorgeirsson
        Gunnvör Pálmadóttir
        Hreggviður Ísaksson
        Katrín Tanja Davíðsdóttir
        Oktavía Hrund Baldursdóttir
        Styrmir Breiðfjörð
        Þuríður Sigtryggsdóttir
        """),
        _lines("""
        Bræðraborgarstígur #, 101 Reykjavík
        Álfaskeið #, 220 Hafnarfjörður
        Þórunnarstræti #
        """),
        _lines("""
        {name} hér, hvar er {order}?
        Hæ! {given} frá því í gær, nýtt númer: {phone}
        skrifið á {email}, ekki á gamla netfangið
        sendist á: {name}, {address}
        Systir mín {given} borgaði með {card}.
        Banki: {iban} ({name})
        Pósturinn er með {parcel} síðan á mánudag, á að fara á {address}
        sendið skilaboð á {account}
        brotin sylgja, sjá {link}
        Mér sagði {name} að þið gerið við rennilása.
        pöntun {order}, nafn {name}, sími {phone}
        Takk,\\n{name}
        """),
        _lines("""
        Hvenær er næsta útsala á tjöldum?
        Flottur litur en hettan er aðeins of stór.
        Fóturinn er 27 cm, hvaða stærð er það?
        Ég skilaði hönskunum á 8900 krónur í síðustu viku.
        Passar krúsin í bílinn?
        Enginn svaraði á laugardaginn.
        Það rigndi í þrjá daga og ég var þurr.
        """),
    ),
    "th": Pool(
        _lines("""
        จักรพันธ์ พูลสวัสดิ์
        รัชนีกร ดวงดี
        ศุภวิชญ์ อินทร์แก้ว
        กนกพร ใจงาม
        อัครเดช มณีรัตน์
        ชลธิชา พงษ์ไพบูลย์
        ทัศนีย์ สมบัติ
        เอกชัย นาคสุข
        """),
        _lines("""
        #/12 ถนนรามคำแหง แขวงหัวหมาก เขตบางกะปิ กรุงเทพฯ 10240
        เลขที่ # หมู่บ้านพฤกษา ซอย 8 ตำบลบางรัก นนทบุรี 11110
        """),
        _lines("""
        {name}ค่ะ ของ {order} ถึงไหนแล้ว
        ชื่อ{given}ค่ะ เบอร์ใหม่ {phone}
        ติดต่อ {email} ได้เลย
        จัดส่ง: {name} {address}
        น้องสาวชื่อ{given}จ่ายด้วยบัตร {card}
        บัญชี {iban} ชื่อ{name}
        ไปรษณีย์มี {parcel} ตั้งแต่วันจันทร์
        ทักมาที่ {account}
        หัวเข็มขัดหัก ดู {link}
        คุณ{name}บอกว่าซ่อมซิปให้
        ออเดอร์ {order} ชื่อ{name} เบอร์ {phone}
        """),
        _lines("""
        เต็นท์จะลดราคาอีกเมื่อไหร่
        สีสวย แต่ฮู้ดใหญ่ไปหน่อย
        เท้ายาว 27 ซม. ใส่เบอร์อะไร
        คืนถุงมือ 8900 บาทไปเมื่ออาทิตย์ก่อน
        แก้วใส่ในรถได้ไหม
        วันเสาร์ไม่มีใครตอบแชทเลย
        ฝนตกสามวันแต่ตัวไม่เปียก
        """),
    ),
    "zh-TW": Pool(
        _lines("""
        邱子芸
        馬振宇
        葉品妍
        杜明哲
        高語彤
        潘俊宏
        賴玉玲
        溫柏翰
        彭筱涵
        沈育成
        """),
        _lines("""
        台中市北屯區文心路四段#號12樓之1
        屏東縣潮州鎮延平路#號
        """),
        _lines("""
        我{name}，{order}在哪？
        你好！我是{name}，新電話{phone}
        請寫信到{email}，舊的不用了
        寄送：{name}，{address}
        我姐姐{name}用卡{card}付的。
        帳戶{iban}（{name}）
        {parcel}從星期一就沒動，要送到{address}
        私訊我{account}
        扣環壞了，看{link}
        {name}小姐說你們修拉鍊。
        訂單{order}，姓名{name}，手機{phone}
        謝謝\\n{name}
        """),
        _lines("""
        帳篷什麼時候再特價？
        顏色很美，帽子有點大。
        腳長27公分要穿幾號？
        上週退了8900元的手套。
        杯子放得進車上杯架嗎？
        星期六聊天室沒人回。
        下了三天雨我還是乾的。
        """),
    ),
}
POOLS = {"dev": _DEV, "held_out": _HELD_OUT}
