"""The rules about characters in context: one row a rule, with the texts that show it and those that bound it.

A row speaks of a kind of place, never of a text. The order of a character's rows counts.
"""

from convert.transforms.variant.rules import Rule

NUMBER = "[0-9０-９一二三四五六七八九十百千万两几数半]"
STOP = "(?=[，。、；：！？,.;:!?…」』”’）)》\\s]|$)"
ADVERB_ONLY = "[是有能要会想需可得顾限怕因在不用肯愿敢应懂爱看说讲做吃让为由当凭靠求管准许见听差剩占]"

CANTONESE = "[嘅啲咗唔冇佢畀喺嗰嘢咁哋咩乜噉嚟睇]"

RULES = (
    # 才 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="才", form="才", reason="纔 is no longer printed; 才 is both talent and only then",
        yes=("那【才】是噩梦", "直到天亮【才】回家", "人【才】"),
    ),
    # 只 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="只", form="只", before="[是就还也都多至最但却又仅]", after=ADVERB_ONLY, reason="only, before a verb",
        yes=("是【只】会吃", "最多【只】能卖出三十本", "不是【只】有我一个人"), no=("其实是【只】母狼",),
    ),
    Rule(
        character="只", form="隻", before=f"(?:好几|{NUMBER}|[这那哪每]一?|[这那]几|多少)", after=f"(?!{ADVERB_ONLY})(?=[小大老黑白黄灰花红"
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
    # 里 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="里", form="里", before=f"(?:^|[^期周初之第0-9一二三四五六七八九十百千万]|[百千万])(?:{NUMBER}+)(?:多|余|来)?", after="(?![面头边])",
        reason="a mile, after a number", yes=("每天到5【里】外的村子拉水", "走了十几【里】路", "方圆三百【里】内"), no=("家【里】外", "星期三【里】", "二者之一【里】面"),
    ),
    Rule(
        character="里", form="里", after="(?=氏[0-9０-９一二三四五六七八九]|氏震级|民大会|办公处)", reason="Richter, or a neighbourhood's office",
        yes=("发生【里】氏6级地震",), no=("家【里】",),
    ),
    Rule(
        character="里", form="里", before="[县市](?:水|玉|大|后|埔|万)", after="(?=[乡镇市区及和与、，,的]|$)", reason="a town of Taiwan",
        yes=("南投县水【里】及仁爱乡",), no=("大【里】市场",),
    ),
    Rule(
        character="里", form="裏", before="往[大小好坏死深高低细多少]", after="(?=[说讲想打写做])", reason="on the … side", yes=("往大【里】说是代表政府",), no=("走了五【里】",),
    ),
    # 余 谷 -----------------------------------------------------------------------------------------------------------
    Rule(
        character="余", form="餘", before=f"[0-9０-９○〇零多]|{NUMBER}[个年月天日人元名]?", reason="and more, after a number", yes=("职工代表等70【余】人", "伤二百五十【余】人"), no=("记者【余】翠平",),
    ),
    Rule(
        character="余", form="余", before="(?:^|[^尚只仅还所剩尽空残之其业课工诗富盈结绰有无多])", after="(?![下者皆均额款党悸韵音热粮地钱生一二三四五六七八九十])(?=[一-鿿])",
        alone=True, reason="a surname, not after a number", yes=("国际棋联大师【余】少腾",), no=("劳作之【余】，",),
    ),
    Rule(
        character="谷", form="穀", alone=True, before="(?:[担斤吨袋稻晒打碾]|[一二两三四五六七八九十]石)", after=f"(?:{STOP}|(?=[子粒]|[0-9]))", reason="grain, weighed or threshed", yes=("一担【谷】，",), no=("山【谷】，",),
    ),
    Rule(character="谷", form="穀", after="(?=[酒物粒仓糠])", reason="grain, before what is made of it", yes=("喝着浓烈的【谷】酒",), no=("开【谷】堆",)),
    # 台 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="台", form="颱", before="(?:^|[^舞上讲前后擂])", after="(?=风)", reason="a typhoon", yes=("碰上强【台】风尾巴",), no=("舞【台】风格",),
    ),
    Rule(
        character="台", form="檯", before="(?:吧|柜|服务|咨询|写字|梳妆|操作|化妆|乒乓球|桌球|赌)", reason="a counter or table",
        yes=("坐在吧【台】上", "站在柜【台】后"), no=("讲【台】上",),
    ),
    Rule(
        character="台", form="颱", before="(?:^|[，。、；,\\s])[轻强超]", alone=True, after="(?![湾式])", reason="a typhoon, after its strength",
        yes=("，轻【台】敏督利引进西南气流",), no=("，轻【台】湾",),
    ),
    # 尝 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="尝", form="嚐", after="(?=一?尝|了?[一几两]?[口遍]|鲜|起来|[出到][^，。,]{0,4}味)", reason="to taste", yes=("她说她想【尝】一尝", "【尝】了一口"), no=("何【尝】不是",),
    ),
    Rule(
        character="尝", form="嚐", before="尝一?", reason="to taste", yes=("她说她想尝一【尝】涮羊肉",), no=("未【尝】",),
    ),
    # 胡 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="胡", form="鬍", after="(?=[须渣碴茬髭]|子[^，。,]?[拉碴])", reason="a beard", yes=("满脸【胡】渣",), no=("【胡】萝卜",),
    ),
    Rule(
        character="胡", form="鬍", before="(?:[络落]腮|八字|山羊|一字|留|蓄|刮|剃|小白|满脸)", alone=True, after=STOP, reason="a beard, after its shape or what is done to it",
        yes=("一条小白【胡】，",), no=("姓【胡】，",),
    ),
    # 荡 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="荡", form="盪", alone=True, after="(?=[着来去气过啊]|到|秋千|起)", before="(?:^|[^浩坦闲浪放淫扫])", reason="to swing",
        yes=("在风里【荡】着双腿",), no=("空【荡】荡",),
    ),
    # 折 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="折", form="摺", alone=True, after="(?=[衣被纸信棉毛伞][服子纸巾被鹤]?|金纸|好|起[来衣被])", reason="to fold", yes=("把被子【折】好", "【折】衣服"), no=("九【折】优惠",),
    ),
    # 仑 -------------------------------------------------------------------------------------------------------------
    Rule(character="仑", form="崙", alone=True, reason="a hill, in names of places", yes=("大【仑】尾",), no=("加【仑】",)),
    # 干 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="干", form="乾", after="(?=[着著]?[急]|[着著]?等|瞪眼|咳|呕|笑|嚎|号|坐|耗|熬|烧|煸|裂|渴|旱|枯|瘪|涸|燥|洗|粮|果|货|杯|冰|电池)",
        alone=True, reason="dry, or in vain", yes=("不知道而【干】著急", "在家【干】坐"), no=("他【干】活",),
    ),
    Rule(
        character="干", form="乾", before="[晒晾烘吹擦烤吸拧榨抹焙喝饮舔沥揩]", after="(?!什|嘛|吗|活|事)", alone=True,
        reason="dry, after what makes dry", yes=("把汗揩【干】",), no=("能吃能【干】",),
    ),
    Rule(
        character="干", form="干", before="(?:^|[^0-9十百千万零〇第之其唯不])一", after="(?=人|众|漂|亲|老|学|弟|兄|朋|大臣|官|武|将)",
        alone=True, reason="一干, a group of people", yes=("站在泽于的一【干】漂亮学妹中",), no=("一【干】就是十年",),
    ),
    Rule(
        character="干", form="乾", after="(?=[爹妈娘爸女][，。的和妈爹爸儿]?|儿子|哥|弟弟|姐姐|妹妹|外公|外婆)", alone=True, before="(?:^|[^能会肯敢别不我你他她])",
        reason="a sworn relative", yes=("认了个【干】妹妹",), no=("他【干】女工的活",),
    ),
    Rule(
        character="干", form="乾", before="[眼果枣梅笋肉鱼饼菜瓜薯蕉柿萄卜]", alone=True, after="(?![活劲部警事预涉扰部群])", reason="a dried food",
        yes=("一包龙眼【干】",), no=("卖肉【干】活",),
    ),
    Rule(
        character="干", form="幹", alone=True, after="(?=点[什事活儿正]|的[事活力好]|什么|些[什事]|起来|下去)", reason="to do",
        yes=("冬天里总得【干】点什么", "这本是男人【干】的力气活"), no=("【干】的衣服",),
    ),
    # 发 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="发", form="髮", before="[挽绾束盘梳烫染剪蓄披削理散鬓鬈黑白乌秀华银柔]", after=f"(?:{STOP}|(?=[被随如似]))", alone=True,
        reason="hair, after what is done to it or its colour, at the end of a clause",
        yes=("举手、挽【发】、敲桌",), no=("引【发】、", "并【发】，"),
    ),
    Rule(
        character="发", form="發", before="被", after="(?!左|缨|文身|跣)", alone=True, reason="被发 is old for loose hair only in set phrases",
        yes=("再度面临被【发】好人卡",), no=("被【发】左衽",),
    ),
    # 喂 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="喂", form="餵", after="(?=[食饭奶孩养饲狗猫鱼鸡鸭猪牛羊马鸟猴狮熊药给他她它])", reason="to feed", yes=("【喂】鱼", "【喂】他吃饭"), no=("【喂】，要不要去",),
    ),
    Rule(
        character="发", form="髮", after="(?=[丝梢际髻鬓夹箍饰辫])", before="(?:^|[^开引启沙])", reason="hair, before a part or an ornament of it", yes=("【发】梢微卷",), no=("沙【发】饰边",),
    ),
    # 冲 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="冲", form="沖", after="(?=[泡茶洗淋澡凉厕刷淡调]|好?的?照片|胶卷|底片|热水|开水|冷水|凉水|咖啡|牛奶|奶粉|马桶|了?[一半两几]?[杯壶碗]|了?个?[澡凉])",
        reason="to pour water on", yes=("直接【冲】热水后再用汤匙搅", "【冲】了杯清茶", "【冲】一杯咖啡", "【冲】了个凉"),
        no=("向前【冲】去", "一口气【冲】上楼"),
    ),
    Rule(
        character="冲", form="沖", after="(?=[刷蚀毁垮走失断塌积泻])", reason="to wash away", yes=("被大水【冲】走", "路基遭【冲】失", "洪水把桥【冲】垮"), no=("向前【冲】去",),
    ),
    Rule(
        character="冲", form="沖", before="(?:水|雨|洪|浪|潮|土石流|泥石流|海啸|溪|河)[^，。,；]{0,4}", after="(?=[倒至下到入]|击[，。,；、上])",
        reason="to wash away, after the water", yes=("山区受土石流【冲】击，",), no=("遭受金融风暴【冲】击", "战士向前【冲】下"),
    ),
    Rule(
        character="冲", form="沖", before="被", after="(?=[至到下][^，。]{0,3}[方游海河溪])", reason="washed away", yes=("父亲被【冲】至下方",), no=("防线被【冲】破",),
    ),
    # 系 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="系", form="係", before=f"{CANTONESE}.{{0,7}}", alone=True, reason="to be, in written Cantonese",
        yes=("均衡代表好啲呀,定【系】由亲政府",), no=("他是中文【系】的",),
    ),
    Rule(
        character="系", form="係", after=f"(?=.{{0,7}}{CANTONESE})", alone=True, reason="to be, in written Cantonese", yes=("真【系】对付唔到",), no=("他是中文【系】的",),
    ),
    Rule(character="系", form="係", before="[真唔梗仲]", alone=True, reason="to be, in written Cantonese", yes=("如果美国真【系】对付香港",), no=("水【系】",)),
    Rule(
        character="系", form="係", alone=True, before="(?:作者|死者|嫌犯|男子|[均皆乃纯确]|鉴定，?|据查，?)", after="(?![统列主])", reason="to be, in formal prose",
        yes=("（作者【系】原冀中干部", "经专家鉴定，【系】国家一级文物"), no=("他在中文【系】",),
    ),
    Rule(
        character="系", form="繫", alone=True, before="[都全皆紧]", after="(?=[在于着])", reason="to hang on", yes=("多少事，都【系】在他身上",), no=("全【系】师生",),
    ),
    Rule(
        character="系", form="繫", after="(?=[好上紧紧着了住]?了?[一]?[条根]?(?:红线|领带|鞋带|安全带|腰带|围裙|围巾|丝带|绳|红绳|扣子|缆))",
        reason="to tie", yes=("紧紧【系】上了一条红线", "请【系】好安全带"), no=("中文【系】好",),
    ),
    Rule(
        character="系", form="繫", before="[心情魂梦命身][^，。]{0,1}", after="(?=[着于在]|[百群人家祖国小])", alone=True,
        reason="to be tied to at heart", yes=("他情【系】小龙终不悔", "魂【系】祖国"), no=("生物工程【系】在",),
    ),
    # 并 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="并", form="並", after="(?=为(?!一))", before="(?:^|[^合归兼吞])", alone=True, reason="and, before 为 with its object",
        yes=("努力工作，【并】为之奋斗", "【并】为群众服务"), no=("两镇合【并】为一",),
    ),
    # 制 -------------------------------------------------------------------------------------------------------------
    Rule(character="制", form="製", before="(?:^|[^抑控限节压管强])", after="(?=[剂粒])", reason="a preparation is made", yes=("中药固体【制】剂",), no=("抑【制】剂",)),
    Rule(
        character="制", form="製", before="[木铁铜钢竹皮纸银瓷陶石铝玉麻藤草革料棉丝]", after="(?=[的成品件])", alone=True,
        reason="made, after a material", yes=("睡在麻【制】的蚊帐里",), no=("两院【制】的",),
    ),
    Rule(
        character="制", form="製", before="[拼织缝绣雕刻烧铸锻轧焊煮熬炸烤熏腌卤榨磨捏剪裱熔冶摄录绘誊炮炒蒸焙烘擀]", after="(?![度约服定止裁衡式伏胜])",
        reason="made, after the way of making", yes=("用面粉捏【制】的小人",), no=("限【制】",),
    ),
    # 表 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="表", form="錶", before="(?:看了?一?[下眼看]?|抬腕看|戴着?|修|手|腕|怀|[块只]名?|金|对了?一?下?)", after=STOP, alone=True,
        reason="a watch, looked at or worn", yes=("泽于看了一下【表】，微笑", "他抬手看【表】。"), no=("填了一张【表】。",),
    ),
    # 钟 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="钟", form="鐘", before="[分点秒刻闹警洪敲撞座挂古]", reason="time, or a bell",
        yes=("花了十几分【钟】才", "九点【钟】"), no=("情有独【钟】",),
    ),
    Rule(
        character="钟", form="鐘", before=f"{NUMBER}个?(?:多|半)?", alone=True, reason="an hour", yes=("等了两个【钟】",), no=("一见【钟】情",),
    ),
    Rule(
        character="钟", form="鐘", after="(?=[声楼点头摆塔鼎响乳]|表(?![示明态决演面达扬]))", reason="a bell or clock", yes=("听见【钟】声",), no=("对她【钟】情", "【钟】表示"),
    ),
    Rule(
        character="钟", form="鐘", alone=True, before="(?:^|[^小老阿姓])", after=f"(?:{STOP}|(?=[敲响打停走滴指又也]))", reason="a clock, standing by itself",
        yes=("寺里有两口古老的【钟】。",), no=("姓【钟】，",),
    ),
    # 准 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="准", form="准", before="(?:^|[^看瞄对算说拿打听投射测定踢抓认卡吃摸得猜估记唱画])不",
        after=f"(?!{STOP})", reason="not allowed",
        yes=("不但不【准】别人指出", "【不】准".replace("【不】准", "不【准】动")), no=("说不【准】", "瞄不【准】"),
    ),
    Rule(
        character="准", form="准", after="(?=[你我他她它]|许|予|假|其)", alone=True, reason="to allow somebody", yes=("谁【准】你走",), no=("瞄【准】目标",),
    ),
    # 征 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="征", form="征", before="[一二三再出远长南北东西亲御]", alone=True, reason="a campaign, after its number or direction",
        yes=("他们的第二【征】", ), no=("正在【征】人",),
    ),
    # 卷 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="卷", form="捲", before="用[^，。,；]{1,6}", after="(?=[的成着起])", reason="to roll, with what it is rolled in",
        yes=("烟叶是用成都的粉纸【卷】的",), no=("第三【卷】的",),
    ),
    Rule(
        character="卷", form="捲", after="(?=[起入走成缩着进]|土重来|了起)", before="(?:^|[^试考问答阅交案画手书经第0-9一二三四五六七八九十百])", alone=True,
        reason="to roll", yes=("狂风【卷】走沙尘",), no=("第三【卷】起",),
    ),
    # 范 岳 郁 ---------------------------------------------------------------------------------------------------------
    Rule(
        character="范", form="范", before="(?:^|[^模示规师典垂风防就])", alone=True, reason="as a word by itself a surname",
        yes=("【范】老师",), no=("模【范】",),
    ),
    Rule(character="岳", form="岳", alone=True, before="(?:^|[^五山])", reason="as a word by itself a surname", yes=("【岳】某",), no=("五【岳】",)),
    Rule(character="郁", form="郁", alone=True, before="(?:^|[^忧抑阴沉])", reason="as a word by itself a surname", yes=("【郁】女士",), no=("忧【郁】",)),
    # 咸 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="咸", form="鹹", before="[很太又偏较不最更好真发够]", alone=True, reason="salty, after a degree", yes=("汤太【咸】了",), no=("碧【咸】的大胆告白",),
    ),
    Rule(
        character="咸", form="鹹", after="(?=[味淡鱼菜肉蛋水湖酥甜辣香豆鸭粥死猪汤饭饼酸苦涩])", reason="salty, before a food or another taste",
        yes=("【咸】鱼", "酸甜【咸】辣".replace("【咸】", "【咸】")), no=("碧【咸】",),
    ),
    Rule(
        character="咸", form="咸", alone=True, before="(?:^|[^咸])", after="(?!咸)", reason="as a word by itself a name, or 'all'",
        yes=("讽刺碧【咸】经常推卸责任", "老少【咸】宜".replace("老少【咸】宜", "少长【咸】集")), no=("又【咸】又苦",),
    ),
    # 云 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="云", form="云", before="(?:若|诗|又|古人|有人|不知所|谚语|俗语|孔子|经|书|传|语)", after="(?=[：:，,“‘「])", alone=True,
        reason="to say, before what is said", yes=("俗语【云】：",), no=("白【云】，",),
    ),
    # 签 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="签", form="簽", alone=True, before="(?:^|[^抽竹书标牙求上下灵神诗掣解支好坏中吉凶笔浮纸品])", after="(?![诗筒王文词条纸饼上下运])",
        reason="to sign",
        yes=("赶到出版社【签】一千本", "【签】了名"), no=("抽【签】", "求了一支【签】"),
    ),
    # 松 -------------------------------------------------------------------------------------------------------------
    Rule(
        character="松", form="鬆", after="(?=了?一?口气|开|绑|懈|动|弛|垮|脱)", alone=True, reason="to loosen", yes=("大家【松】了口气",), no=("青【松】岭",),
    ),
    Rule(
        character="松", form="鬆", before="(?:比较|[很太较过放变偏宽])", after="(?![树柏木林针子])", alone=True, reason="loose, after a degree", yes=("设计标准比较【松】，",), no=("青【松】，",),
    ),
    # 面 -------------------------------------------------------------------------------------------------------------
    Rule(character="面", form="面", before="冷", after="(?=笑匠|杀手|无情|无私|判官|书生)", reason="a cold face", yes=("冷【面】笑匠",), no=("吃冷【面】",)),
    Rule(
        character="面", form="麪", alone=True, before=f"(?:吃|煮|买|下|擀|揉|泡|拌|炒|叫|捞|阳春|牛肉|肉丝|酱|乌龙|锅烧|榨菜|酸辣|海鲜|清汤|鸡丝|意大利)(?:了|着|完|过)?{NUMBER}?[碗盘包口份个]?的?",
        after="(?![前对临子积试孔色向朝部无容目世熟善具议谈交])", reason="noodles, cooked or eaten", yes=("吃【面】等着",), no=("吃【面】子",),
    ),
    Rule(
        character="面", form="麪", before="[一两三四五六七八九十几半这那每大小]碗[^，。,]{0,4}", after=f"(?:{STOP}|(?=[条汤吃端下和来给，]))", alone=True,
        reason="noodles, by the bowl", yes=("煮了一碗鳝丝【面】。",), no=("一碗水【面】前",),
    ),
)  # fmt: skip
