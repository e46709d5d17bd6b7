"""Towns of Taiwan and the places abroad that people here speak of, and how a text names one."""

from __future__ import annotations

_CITIES = (
    "台北 臺北 新北 桃園 台中 臺中 台南 臺南 高雄 新竹 嘉義 基隆 苗栗 彰化 南投 雲林 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 馬祖 連江".split()  # noqa: SIM905 - a list would be one word a line
)
_DISTRICTS = """
    淡水 板橋 三重 永和 中和 新店 新莊 土城 蘆洲 汐止 樹林 鶯歌 三峽 林口 五股 泰山 八里 瑞芳 金山 萬里 深坑 石碇 坪林 三芝 平溪 雙溪 貢寮 烏來
    內湖 士林 北投 南港 文山 木柵 景美 天母 萬華 西門町 松山 大安區 信義區 中山區 中正區 大同區 三民區 東區 西區 南區 北區 中區
    中壢 內壢 青埔 南崁 平鎮 八德 龜山 蘆竹 楊梅 大溪 龍潭 大園 新屋 竹北 竹東 新埔 關西 湖口 新豐 芎林 橫山 北埔 峨眉 尖石 五峰
    頭份 竹南 後龍 通霄 苑裡 卓蘭 造橋 頭屋 銅鑼 三義 獅潭 三灣 南庄
    豐原 大里 太平 沙鹿 清水 大甲 霧峰 潭子 大雅 烏日 西屯 南屯 北屯 梧棲 神岡 大肚 后里 龍井 外埔 石岡 東勢
    員林 鹿港 和美 線西 伸港 秀水 花壇 芬園 溪湖 田中 埔鹽 埔心 永靖 社頭 二水 北斗 二林 田尾 埤頭 芳苑 竹塘 溪州
    草屯 埔里 日月潭 竹山 集集 名間 鹿谷 中寮 魚池 國姓 水里 清境
    斗六 斗南 虎尾 西螺 土庫 北港 古坑 大埤 莿桐 林內 二崙 崙背 麥寮 褒忠 台西 元長 四湖 口湖 水林
    太保 朴子 布袋 大林 民雄 溪口 新港 六腳 東石 義竹 鹿草 竹崎 梅山 番路 阿里山
    永康 安平 新營 善化 仁德 歸仁 鹽水 白河 柳營 後壁 麻豆 下營 六甲 官田 佳里 學甲 西港 七股 新化 新市 玉井 楠西 南化 左鎮 關廟 龍崎 安南
    左營 鳳山 楠梓 苓雅 前鎮 小港 岡山 旗山 美濃 鼓山 鹽埕 前金 旗津 大寮 鳥松 林園 仁武 大樹 路竹 梓官 彌陀 燕巢 田寮 阿蓮 茄萣 湖內 杉林 甲仙 六龜 茂林 那瑪夏
    潮州 恆春 墾丁 東港 小琉球 萬丹 長治 麟洛 九如 里港 鹽埔 高樹 萬巒 內埔 竹田 新埤 枋寮 新園 崁頂 林邊 南州 佳冬 車城 滿州 枋山 霧台 瑪家 泰武 來義 三地門
    羅東 礁溪 頭城 蘇澳 三星 壯圍 員山 冬山 五結 南澳 吉安 玉里 瑞穗 鳳林 壽豐 豐濱 富里 秀林 萬榮 卓溪
    池上 關山 卑南 大武 太麻里 東河 長濱 鹿野 海端 達仁 金峰 蘭嶼 綠島 馬公 湖西 西嶼 望安 七美 金城 金湖 金寧 烈嶼 南竿 北竿 莒光 東引
    """.split()  # noqa: SIM905 - as above
# Ordinary words as well: places only behind their city.
_BEHIND_CITY = "中正 大同 中山 大安 信義 三民 觀音 復興 龍潭 寶山 西湖 公館 大湖 泰安 和平 新社 大城 大村 福興 仁愛 大埔 水上 中埔 東山 大內 將軍 北門 安定 山上 新興 大社 橋頭 永安 內門 桃源 琉球 春日 獅子 牡丹 成功 延平 新城 光復 白沙 金沙 市區".split()  # noqa: SIM905 - as above
_ABROAD = """
    香港 九龍 澳門 上海 北京 廣州 深圳 東京 大阪 京都 名古屋 福岡 札幌 沖繩 橫濱 神戶 首爾 釜山 曼谷 清邁 新加坡 吉隆坡 檳城 馬來西亞 越南 河內 胡志明市 馬尼拉 雅加達 台灣 臺灣 日本 韓國 泰國
    冰島 德國 法國 英國 美國 加拿大 澳洲 紐西蘭 柏林 倫敦 巴黎 紐約 奧斯陸 雷克雅維克 阿克雷里 慕尼黑 漢堡 法蘭克福 挪威 瑞典 丹麥 芬蘭 荷蘭 阿姆斯特丹 斯德哥爾摩 哥本哈根 赫爾辛基 溫哥華 多倫多
    洛杉磯 舊金山 西雅圖 波士頓 芝加哥 雪梨 墨爾本 奧克蘭 莫斯科 維也納 布拉格 蘇黎世 瑞士 奧地利 義大利 羅馬 米蘭 西班牙 馬德里 巴塞隆納 里斯本 愛爾蘭 都柏林 清萊 普吉 胡志明 峇里島 仁川 濟州
    奈良 廣島 仙台 金澤 函館
    """.split()  # noqa: SIM905 - as above


def _any(*words: str) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


TOWNS = {name: name for name in (*_CITIES, *_DISTRICTS, *_ABROAD)}
_CITY, _DISTRICT, _KNOWN = _any(*_CITIES), _any(*_DISTRICTS), _any(*_DISTRICTS, *_ABROAD)
_INSIDE = _any(*_DISTRICTS, *_BEHIND_CITY)
_WITHIN = rf"(?:(?:{_INSIDE}|(?!住|的|這|那)[一-鿿]{{1,3}}?)[區鄉鎮市]|{_INSIDE}|{_any(*_ABROAD)})"
TOWN = rf"(?P<v>{_CITY}(?:[市縣])?(?:的)?{_WITHIN}?|{_KNOWN}[區鎮鄉市]?|[a-zà-ÿþ]{{3,20}})(?:那邊|這邊|附近|一帶)?"
NATIVE = rf"(?P<v>{_CITY}(?:[市縣])?{_WITHIN}?|{_DISTRICT})"
# Without Latin letters, and without what may follow.
PLACE = rf"(?P<v>{_CITY}(?:[市縣])?(?:的)?{_WITHIN}?|{_KNOWN}[區鎮鄉市]?)"
