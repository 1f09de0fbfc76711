"""Traditional characters of the words that rules of reading ask for, each with its Simplified form.

This is no conversion of text (that is `convert.transforms.variant`): it lets one vocabulary serve pages in both
scripts. The pairs are those of OpenCC's character tables for the characters that the vocabularies use.
"""

import re

_TRADITIONAL = (
    "並么佔來係個們備傳僅僕價儂儲內兩別剛創劃劉動務勞區厙厲參叢台吳呂員問啓啟喬單嚴國園圖團執堅堯報場塊塗壇壓壟壽夾奮娛婁孫學宮實寧寫將專對導層峯崗嶺嶽巖帥師幟幹廠廣張強彌彥後從復徵徹惲愛態慶應懷戰戶掃採揚"
    "擊據攝於時晉曉書會東柵條棟楊業榮樂樓標樣機欄權欒歐歸氣決況涼湯溫滎滬滿為烏無熱爲爾獨獻現瑩環甕產畢畫當發盤盧眾矯碼礎祕祿禎禮稅種穩竇筆箋節範築篤簡籌粵紀約紅納紙級紹組結給統經綜綫維網緊線編緱練縣縱總繆"
    "繩繪繼續羅羋羣習聖聞聯聲聶職臺與舉荊莊華萇萊萬葉著葷蒼蓋蔣蕢蕭薊薦薩藍藝藺蘆蘇蘭號蟻衆術衛衞裏裡製見視覺覽觀計訊記訪設許評詞詢詩話該詳認說説誰課調談論諮諶諸謙講謝證識譙譚議讀讓豐貝財貢貫責費賀賁資賈賓"
    "賬賴賽贊趙踐蹤車軒載輯輿轄轅轉辦農這連進遊運過達遙遞遠遲選遺還邊郟郵鄒鄔鄖鄧鄭鄺酈釋釗針鈄鈕銀銳鋭錄錢錦錫鍾鎖鎮鏡鐘鐵鐸長門閆閉開間閔閣閭閻闕關闞陰陳陸陽階際隨險雋雙雜離難雲電靜鞏韋韓響頁項須預領頡頭"
    "題顏顓顧風飛養餘饒馬馮駐駒駟駱驗體髮鬱魚魯鮑鮮鳥鳩鳳鵠鹹麗麥麴黃點黨齊齒龍龐龔龜"
)
_SIMPLIFIED = (
    "并幺占来系个们备传仅仆价侬储内两别刚创划刘动务劳区厍厉参丛臺吴吕员问启启乔单严国园图团执坚尧报场块涂坛压垄寿夹奋娱娄孙学宫实宁写将专对导层峰岗岭岳岩帅师帜干厂广张强弥彦后从复征彻恽爱态庆应怀战户扫采扬"
    "击据摄于时晋晓书会东栅条栋杨业荣乐楼标样机栏权栾欧归气决况凉汤温荥沪满为乌无热为尔独献现莹环瓮产毕画当发盘卢众矫码础秘禄祯礼税种稳窦笔笺节范筑笃简筹粤纪约红纳纸级绍组结给统经综线维网紧线编缑练县纵总缪"
    "绳绘继续罗芈群习圣闻联声聂职台与举荆庄华苌莱万叶着荤苍盖蒋蒉萧蓟荐萨蓝艺蔺芦苏兰号蚁众术卫衛里里制见视觉览观计讯记访设许评词询诗话该详认说说谁课调谈论咨谌诸谦讲谢证识谯谭议读让丰贝财贡贯责费贺贲资贾宾"
    "账赖赛赞赵践踪车轩载辑舆辖辕转办农这连进游运过达遥递远迟选遗还边郏邮邹邬郧邓郑邝郦释钊针钭钮银锐锐录钱锦锡钟锁镇镜钟铁铎长门闫闭开间闵阁闾阎阙关阚阴陈陆阳阶际随险隽双杂离难云电静巩韦韩响页项须预领颉头"
    "题颜颛顾风飞养余饶马冯驻驹驷骆验体发郁鱼鲁鲍鲜鸟鸠凤鹄咸丽麦曲黄点党齐齿龙庞龚龟"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = re.compile(f"[{_TRADITIONAL}]")


def simplified(text: str) -> str:
    """The text with those characters in Simplified form, as long as it was: a place in it is a place in the other."""
    return text.translate(_TABLE) if _ANY.search(text) else text
