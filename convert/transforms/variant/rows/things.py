"""The rules about characters that are things or count them: 只 胡 面 表 出 坛."""

from convert.transforms.variant.rows.parts import ADVERB_ONLY, NUMBER, STOP
from convert.transforms.variant.rules import Rule

THINGS = (
    # 才 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="才", form="才", sure=True, reason="纔 is no longer printed; 才 is both talent and only then",
        yes=("那【才】是噩梦", "直到天亮【才】回家", "人【才】"),
    ),
    # 只 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="只", form="只", sure=True, starts=True, before="(?:^|[^0-9０-９一二三四五六七八九十百千万两几数半多少这那哪每])", after=ADVERB_ONLY,
        reason="only, before a verb and not after a number", yes=("可是，【只】会说", "他事先【只】有一个"), no=("三【只】会叫的狗", "那【只】会叫的狗"),
    ),
    Rule(
        character="只", form="隻", before="[像养买抓杀捉喂抱有如似条]", after="(?=[小大老黑白黄灰花红母公野肥瘦病死]{0,2}(?:[猫狗鸟鸡鸭鹅兔羊猪虎熊鼠猴狼狐鹰鸽雀燕蛙龟虾蟹](?!年|眼|肉|毛|皮|腿|血)|蚂蚁|蝴蝶|蜜蜂|苍蝇|蚊子|狮子|兔子|猴子|老虎|狐狸|乌龟|螃蟹))",
        reason="a measure word, before an animal", yes=("胖得像【只】猪的黑狗", "家里养【只】猫"), no=("像【只】有他", "家有【只】字片语"),
    ),
    Rule(character="只", form="只", sure=True, before="(?:[最至]多|顶多|[一-鿿]多)", after="(?=[一-鿿]{2})", reason="only, after at most or mostly", yes=("最多【只】予以谴责", "学者多【只】正面阐释"), no=("养了很多【只】，",)),
    Rule(
        character="只", form="只", before="[是就还也都多至最但却又仅]", after=ADVERB_ONLY, reason="only, before a verb",
        yes=("是【只】会吃", "最多【只】能卖出三十本", "不是【只】有我一个人"), no=("其实是【只】母狼",),
    ),
    Rule(
        character="只", form="只", before="这", after="(?=适用|限于|限[在定]|会(?:[让使令更越加增导造带害徒变]|变得|引[起来发])|能(?:说|算|靠|由|等|是|从|用|治|怪)|[是有]|需|占|剩|针对|代表|意味|证明|说明|反映|怕|差|因|属|供|作为|发生|出现|存在|涉及|影响|关乎|不过)",
        reason="only, after this", yes=("这【只】适用于低收入户", "这【只】会让问题恶化"), no=("这【只】会说话的鹦鹉", "这【只】猫"),
    ),
    Rule(
        character="只", form="隻", before=f"(?:好几|数|{NUMBER}|[这那哪每]一?|[这那]几|多少)", after=f"(?!{ADVERB_ONLY})(?=[小大老黑白黄灰花红"
        "母公野流猫狗鸟鸡鸭鹅兔羊牛猪虎狮熊鼠鱼蚊蝇虫蝶蜂猴象狼狐狸鹰鸽雀燕蛙龟手脚眼耳翅腿鞋袜船碗筷杯瓶箱股])",
        reason="a measure word, after a number and before what is counted",
        yes=("赢得好几【只】小母猫的欢心", "那【只】流浪狗", "两【只】手"), no=("他一【只】能等", "第一【只】有他"),
    ),
    Rule(
        character="只", form="隻", before=f"{NUMBER}[几多余]?", after=STOP, reason="a measure word, after a number at the end of a clause",
        yes=("牲畜死亡超过五万【只】，", "有枪，约二十几【只】，"), no=("不【只】，",),
    ),
    Rule(
        character="只", form="隻", before="一只", after="(?=[的地])", reason="one by one", yes=("变成一只【只】的蝌蚪",), no=("一【只】的",),
    ),
    Rule(
        character="只", form="隻", before=f"第{NUMBER}+", after=f"(?!{ADVERB_ONLY})", reason="a measure word, after an ordinal number",
        yes=("世界上第一【只】利用成年动物细胞克隆的羊",), no=("第一【只】有他",),
    ),
    # 胡 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="胡", form="鬍", after="(?=[须渣碴茬髭]|子[^，。,]?[拉碴])", reason="a beard", yes=("满脸【胡】渣",), no=("【胡】萝卜",),
    ),
    Rule(
        character="胡", form="鬍", before="(?:[络落]腮|八字|山羊|一字|留|蓄|刮|剃|小白|满脸)", alone=True, after=STOP, reason="a beard, after its shape or what is done to it",
        yes=("一条小白【胡】，",), no=("姓【胡】，",),
    ),
    # 表 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="表", form="錶", alone=True, before="(?:[只块]|(?:^|[^代图年报量])[这那]|[我你他她]的?|[旧老新])", after="(?=走[得时的了]|停了|坏了|[快慢]了|不?准[，。不]|戴|多少钱|值[多几钱]|是[^，。]{0,5}(?:送|买|礼物))", reason="a watch, and how it goes", yes=("这只【表】走得准不准",), no=("填了一张【表】。", "这块【表】面"),
    ),
    Rule(
        character="表", form="錶", before="(?:看了?一?[下眼看]?|抬腕看|戴着?|修|手|腕|怀|[块只]名?|金|对了?一?下?)", after=STOP, alone=True,
        reason="a watch, looked at or worn", yes=("泽于看了一下【表】，微笑", "他抬手看【表】。"), no=("填了一张【表】。",),
    ),
    # 出 --------------------------------------------------------------------------------------------------------------
    Rule(character="出", form="出", before="(?:刚|太阳|风声|消息|此言|此话|名单|公告|结果|枪声)一", after=STOP, reason="once it is out", yes=("消息一【出】，", "太阳一【出】，"), no=("看了一【出】，",)),
    Rule(character="出", form="出", before="一", after="(?=戏院|剧[院场]|电影|机场|车站|[门口道来去现台手场版生国院校狱世城声])", reason="to go out, once", yes=("刚一【出】戏院就下雨", "他一【出】场"), no=("一【出】好戏",)),
    Rule(
        character="出", form="齣", before="[一二两三四五六七八九十几每这那哪整某半]", after="(?=[^，。,；院校场外]{0,5}(?:戏(?![院校])|剧(?![院场组情])|话剧|悲喜剧|京剧|粤剧|歌剧))", alone=True, reason="a play, after a number",
        yes=("这【出】戏演了三年",), no=("一【出】戏院就下雨", "他一【出】场"),
    ),
    # 坛 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="坛", form="罈", before="(?:[酒醋酱药菜骨灰]|[一两三四五几半整每]|瓮)", after=f"(?:{STOP}|(?=[酒子里中口老陈美泡好]))", alone=True, reason="a jar, after or before what is in it",
        yes=("开了一【坛】老酒", "每【坛】老酒"), no=("设【坛】，", "在文【坛】，"),
    ),
    # 欲 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="欲", form="慾", before="(?:购物|表现|求胜|破坏|倾诉|控制|支配|权力|保护|窥探|分享|消费|创作|求知|占有|掌控|统治|征服|攻击|杀人|睡|色|爱|生存|发表)", after=f"(?:{STOP}|(?=[强旺大不很极低过高和与]))", alone=True, reason="a desire, after what is desired",
        yes=("他的控制【欲】很强", "激发购物【欲】，"), no=("攻击【欲】发起之前",),
    ),
    Rule(character="欲", form="欲", before="人", after="(?=[一-鿿])(?!横|之|是|和|与|的)", reason="to want, of somebody", yes=("声请人【欲】申请贷款",), no=("存天理灭人【欲】，",)),
    # 面 --------------------------------------------------------------------------------------------------------------
    Rule(character="面", form="面", after="(?=皮[^，。；]{0,2}(?:铁青|失色|焦黄|发烫|发红|通红|紫涨|白净|抽动))", reason="the skin of a face", yes=("那人【面】皮焦黄",), no=("【面】皮擀薄",)),
    Rule(
        character="面", form="麪", alone=True, before="(?:^|[^出])卖", after=f"(?:{STOP}|(?=[的为维过]|摊|和|跟))", reason="noodles, sold", yes=("巷口卖【面】的老头子", "他靠卖【面】为生"), no=("卖【面】子",),
    ),
    Rule(
        character="面", form="麪", alone=True, before="(?:(?:[吃煮要叫再“「『]|^)加|还是加|加点|续)", after=f"(?:{STOP}|(?=还是|和|跟))", reason="noodles, ordered", yes=("你要加【面】还是加饭？", "还是加【面】？", "“加【面】，谢谢。”"), no=("施加【面】",),
    ),
    Rule(
        character="面", form="麪", alone=True, before="(?:^|[，。“「：；])", after="(?=要?[硬软烂]一?[点些])", reason="noodles, as somebody wants them", yes=("，【面】要硬一点",), no=("桌【面】要硬一点",),
    ),
    Rule(character="面", form="面", before="冷", after="(?=笑匠|杀手|无情|无私|判官|书生)", reason="a cold face", yes=("冷【面】笑匠",), no=("吃冷【面】",)),
    Rule(
        character="面", form="麪", alone=True, before=f"(?:吃|煮|买|下|擀|揉|泡|拌|炒|叫|捞|阳春|牛肉|肉丝|酱|乌龙|锅烧|榨菜|酸辣|海鲜|清汤|鸡丝|意大利)(?:了|着|完|过)?{NUMBER}?[碗盘包口份个]?的?",
        after="(?![前对临子积试孔色向朝部无容目世熟善具议谈交])", reason="noodles, cooked or eaten", yes=("吃【面】等着",), no=("吃【面】子",),
    ),
    Rule(character="面", form="麪", before="[一两三四五六七八九十几半每0-9](?:[袋桶箱包]|公?斤|吨|担)", after="(?=[、和，。]|粉)", reason="flour, by the bag", yes=("送来两袋【面】、一桶油",), no=("三袋【面】上有字",)),
    Rule(character="面", form="麪", alone=True, before="(?:有汤有|没汤没|吃碗|新疆|兰州|重庆|四川|山西|陕西|河南|武汉|上海|苏州|杭州|日式|韩式|港式|广式|手工|隔夜)", after=f"(?:{STOP}|(?=的[午晚早套]))", reason="noodles, of a region", yes=("拿手的是新疆【面】。", "套餐有汤有【面】，"), no=("新疆【面】积大",)),
    Rule(character="面", form="麪", before="[一两三四五六七八九十几半每][碗盘锅]", after="(?=上[桌来]|下[锅肚])", reason="noodles, by the bowl", yes=("端了两碗【面】上桌",), no=("碗【面】上",)),
    Rule(character="面", form="麪", alone=True, before="(?:^|[^正反侧表里外方上下前后全])", after="(?=质[^，。]{0,2}[硬软烂弹韧滑]|[很真太挺]?(?:好吃|难吃|[劲筋]道|弹牙|香|咸|辣|烫|坨|够味)|煮|凉了|熟了|下锅)", reason="noodles, by their taste", yes=("这家的【面】很好吃", "这【面】真劲道"), no=("桌子的【面】很平",)),
    Rule(
        character="面", form="麪", before="[一两三四五六七八九十几半这那每大小]碗[^，。,]{0,4}", after=f"(?:{STOP}|(?=[条汤吃端下和来给上，]))", alone=True,
        reason="noodles, by the bowl", yes=("煮了一碗鳝丝【面】。",), no=("一碗水【面】前",),
    ),
    # 烟 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="烟", form="菸", alone=True, before="(?:[一两三四五六七八九十几半整每这那][支根包条口]|[抽吸戒点][了着完过]?(?:[一两几]?[支根口包])?|[支根]香)", after="(?![火雾花尘囱气霞波雨])", reason="tobacco",
        yes=("点燃一支【烟】，", "抽了一根【烟】"), no=("冒出一股【烟】，", "炊【烟】"),
    ),
    # 志 --------------------------------------------------------------------------------------------------------------
    Rule(character="志", form="誌", alone=True, before="(?:植物|动物|孢子植物|人物|风物|昆虫|药物|海洋|[省市县区乡镇村厂校山寺])", after="(?=》|编[委纂写办]|办公室)", reason="a record of places and kinds", yes=("《中国动物【志】》",), no=("《立【志】》",)),
)  # fmt: skip
