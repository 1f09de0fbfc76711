"""The rules about characters that say what is done or how something is: 冲 系 制 准 干 发 卷 松."""

from convert.transforms.variant.rows.parts import CANTONESE, DEPARTMENTS, FACTIONS, STOP, SUBJECT
from convert.transforms.variant.rules import Rule

ACTS = (
    # 尝 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="尝", form="嚐", after="(?=一?尝|了?[一几两]?[口遍]|鲜|起来|[出到][^，。,]{0,4}味)", reason="to taste", yes=("她说她想【尝】一尝", "【尝】了一口"), no=("何【尝】不是",),
    ),
    Rule(
        character="尝", form="嚐", before="尝一?", reason="to taste", yes=("她说她想尝一【尝】涮羊肉",), no=("未【尝】",),
    ),
    # 荡 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="荡", form="盪", alone=True, after="(?=[着来去气过啊]|到|秋千|起)", before="(?:^|[^浩坦闲浪放淫扫])", reason="to swing",
        yes=("在风里【荡】着双腿",), no=("空【荡】荡",),
    ),
    # 折 --------------------------------------------------------------------------------------------------------------
    Rule(character="折", form="摺", alone=True, after="(?=成[^，。；]{0,3}(?:纸|飞机|鹤|船|豆腐|方块|扇|信封|四方|两层|三角))", reason="to fold, before what it becomes", yes=("把考卷【折】成纸飞机",), no=("【折】成两段",)),
    Rule(
        character="折", form="摺", alone=True, after="(?=[衣被纸信棉毛伞][服子纸巾被鹤]?|金纸|好|起[来衣被])", reason="to fold", yes=("把被子【折】好", "【折】衣服"), no=("九【折】优惠",),
    ),
    Rule(
        character="折", form="摺", before="(?:纸|信|衣|布|被|毯|帕|巾|票|钞|传单|报|[考试]卷|袖子|裤脚)[^，。,；]{0,3}", after="(?=[成起好叠进作])", alone=True,
        reason="to fold, after what is folded", yes=("他把信纸【折】成一只小船", "衣服要【折】好"), no=("把树枝【折】成两段", "九【折】起"),
    ),
    # 赞 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="赞", form="讚", alone=True, before="(?:^|[，。：“]|[说按个好超很被大获点连都盛激狂齐频直夸怒爆人友声口])", after="(?![助成同普])", reason="to praise",
        yes=("里民都说【赞】", "网友大【赞】", "被【赞】为奇迹"), no=("松【赞】",),
    ),
    # 干 --------------------------------------------------------------------------------------------------------------
    Rule(character="干", form="乾", alone=True, before="(?:终年|常年|长年|四季|永|未)不?", after=STOP, reason="dry, of water that always runs", yes=("井水清冽，终年不【干】。",), no=("他不【干】。",)),
    Rule(
        character="干", form="乾", alone=True, before="又", after="(?=又?[涩渴硬冷瘦裂黄痒热燥瘪枯柴痛疼哑苦])", reason="dry, among other such states", yes=("眼睛又【干】又涩", "皮肤又【干】又痒"), no=("又【干】又学", "他又【干】了三年"),
    ),
    Rule(character="干", form="乾", alone=True, before="又[渴热硬瘦冷涩黄痒痛疼苦]又", after=STOP, reason="dry, among other such states", yes=("头发又黄又【干】，",), no=("又学又【干】，",)),
    Rule(
        character="干", form="乾", alone=True, after="(?=雪[，。、]|雪地|河[滩床沟谷道]|沟|树枝|树叶|树皮|稻草|豆子|豆[，。]|花|果|菜|草|面条|米饭|馒头|馍|枯|牛粪|泥巴|香菇|木耳|辣椒|海带|鱿|虾|蘑|百合|桂圆|毛巾|抹布|草|柴|癣|煎|烤|拌|炒|净|贝|鲍|豆角|腐竹|蝎|姜|橘|杏|葡萄|红枣|玫瑰|菊花|鱼|粉)", before="(?:^|[^能会肯敢别你我他她们苦大实巧不])", reason="dried food, and what is dry", yes=("先将【干】香菇泡软",), no=("他会【干】炒菜",),
    ),
    Rule(
        character="干", form="干", after="(?=[你我他她咱谁人][们]?(?:什么|啥|何|屁|底|哪门子)事|卿)", reason="to concern somebody", yes=("【干】你什么事",), no=("【干】他的事",),
    ),
    Rule(
        character="干", form="乾", alone=True, before="(?:衣服|裤子|头发|水|汗|泪|漆|墨迹?|[嘴口唇]|喉咙|嗓子|[井湖河池塘泥]|田地|毛巾|血迹?|皮肤|[电油])[都也快就早全还已]?(?:经|已|没|未|会|要)?", after=f"(?:{STOP}|(?=了|透|掉|得[很要快裂]))",
        reason="dry, of what was wet", yes=("衣服【干】了", "河水【干】了"), no=("他【干】了三年",),
    ),
    Rule(
        character="干", form="幹", sure=True, before="(?:^|[^若相])", after="(?=中学|事创业|事业)", reason="to do", yes=("在【干】中学",), no=("若【干】中学",),
    ),
    Rule(
        character="干", form="幹", alone=True, before="(?:[学边]中|有[人事]|没人|谁来|抢着|带头|一起|埋头|放手|甩开膀子|怎么|不想|不肯|都在|接着|继续|大胆)", after=f"(?:{STOP}|(?=[的了]))", reason="to do, at the end of a clause",
        yes=("学中【干】，", "活有人【干】、"), no=("衣服都【干】，",),
    ),
    Rule(
        character="干", form="乾", after="(?=[着著]?[急]|[着著]?等|瞪眼|咳|呕|笑|嚎|号|坐|耗|熬|烧|煸|裂|渴|旱|枯|瘪|涸|燥|洗|粮|果|货|杯|冰|电池)",
        alone=True, reason="dry, or in vain", yes=("不知道而【干】著急", "在家【干】坐"), no=("他【干】活",),
    ),
    Rule(
        character="干", form="乾", before="[晒晾烘吹擦烤吸拧榨抹焙喝饮舔沥揩耗哭掏抽蒸熏]", after="(?!什|嘛|吗|活|事)", alone=True,
        reason="dry, after what makes dry", yes=("把汗揩【干】",), no=("能吃能【干】",),
    ),
    Rule(
        character="干", form="干", before="(?:^|[^0-9十百千万零〇第之其唯不])一", after="(?=人|众|漂|亲|老|学|弟|兄|朋|大臣|官|武|将)",
        alone=True, reason="一干, a group of people", yes=("站在泽于的一【干】漂亮学妹中",), no=("一【干】就是十年",),
    ),
    Rule(
        character="干", form="乾", after="(?=[爹妈娘爸][，。的和妈爹爸儿]?|女(?:儿|$|[，。])|儿子|哥|弟弟|姐姐|妹妹|外公|外婆)", alone=True, before="(?:^|[^能会肯敢别不我你他她])",
        reason="a sworn relative", yes=("认了个【干】妹妹",), no=("他【干】女工的活",),
    ),
    Rule(
        character="干", form="乾", before="(?:[眼枣梅笋肉鱼饼菜瓜薯蕉柿萄卜梨桃杏莓榄]|(?:^|[^如结效成后])果)", alone=True, after="(?![活劲部警事预涉扰部群])", reason="a dried food",
        yes=("一包龙眼【干】",), no=("卖肉【干】活",),
    ),
    Rule(
        character="干", form="幹", alone=True, after="(?=点[什事活儿正]|的[事活力好]|什么|些[什事]|起来|下去)", reason="to do",
        yes=("冬天里总得【干】点什么", "这本是男人【干】的力气活"), no=("【干】的衣服",),
    ),
    Rule(character="干", form="幹", alone=True, before="(?:^|[，。！？“「：])[我你他她咱俺您谁][们俩]?", after="(?=的(?:[就都也是]|[活事好]|不是|这|那))", reason="to do, said of what somebody does", yes=("“我【干】的就是良心活。”",), no=("，【干】的都是柴",)),
    Rule(character="干", form="幹", alone=True, before="一", after="(?=就[是到]?|便|到[^，。]{0,3}[天晚深底]|上[^，。]{0,2}[瘾手]|起来|完)", reason="to do, once begun", yes=("一【干】就是二三十分钟", "一【干】到天黑"), no=("一【干】人等到齐",)),
    Rule(character="干", form="幹", alone=True, after="(?=[与和跟]不干)", reason="to do or not to do", yes=("【干】与不干",), no=("【干】与湿",)),
    Rule(character="干", form="幹", alone=True, before="[与和跟]不", after="(?=，|、|。|都|一个样)", reason="to do or not to do", yes=("干与不【干】一个样",), no=("擦不【干】，",)),
    # 发 --------------------------------------------------------------------------------------------------------------
    Rule(character="发", form="發", before="头", after="(?=了[疯狂昏晕慌])", reason="to go mad, when hair is not meant", yes=("他像昏了头【发】了疯",), no=("头【发】了无生气",)),
    Rule(character="发", form="發", sure=True, alone=True, before="[社电讯]", after="(?=$|[）)（(]|[一-鿿]{2,4}(?:社|摄|报道|照片))", reason="sent out by an agency", yes=("（新华社【发】美联社照片）", "新华社【发】（张三摄）"), no=("理发店社【发】型",)),
    Rule(
        character="发", form="髮", before="[挽绾束盘梳烫染剪蓄披削理散鬓鬈黑白乌秀华银柔]", after=f"(?:{STOP}|(?=[被随如似]))", alone=True,
        reason="hair, after what is done to it or its colour, at the end of a clause",
        yes=("举手、挽【发】、敲桌",), no=("引【发】、", "并【发】，"),
    ),
    Rule(
        character="发", form="髮", before="[理剪烫染洗吹梳盘护剃散披挽束](?:了|完|过|好|着)?(?:一?[个次回])?", after=STOP, alone=True, reason="hair, after what is done to it",
        yes=("她理了【发】，", "刚烫完【发】，"), no=("理出【发】言稿", "他吹了，【发】"),
    ),
    Rule(character="发", form="發", alone=True, sure=True, before="(?:^|[^理白黑头毛须鬓护秀长短])", after="(?=[力展布表现生送放动起明言挥行达]|证|奖|放|帖|稿|文件|通知|消息|信息|微博|脾气|烧|高烧|财|愁|呆|抖|酵|芽|货|车|光|热|电|病|誓)", reason="to send out or come forth, before its object", yes=("精准【发】力",), no=("理【发】证",)),
    Rule(
        character="发", form="發", before="被", after="(?!左|缨|文身|跣)", alone=True, reason="被发 is old for loose hair only in set phrases",
        yes=("再度面临被【发】好人卡",), no=("被【发】左衽",),
    ),
    Rule(
        character="发", form="髮", after="(?=[丝梢际髻鬓夹箍饰辫])", before="(?:^|[^开引启沙])", reason="hair, before a part or an ornament of it", yes=("【发】梢微卷",), no=("沙【发】饰边",),
    ),
    # 喂 --------------------------------------------------------------------------------------------------------------
    Rule(character="喂", form="餵", alone=True, before="(?:[给把被用投来去在会要想没不得常可先再也都就还他她它我你们][^，。！？“”：]{0,3}|[投饲哺])", after="(?![，！。～—…]|了?[一两几]?[声句])(?=[一-鿿])", reason="to feed, within a clause", yes=("想给它【喂】点东西", "投【喂】面包"), no=("他说：“【喂】，谁？”",)),
    Rule(
        character="喂", form="餵", after="(?=[食饭奶孩养饲狗猫鱼鸡鸭猪牛羊马鸟猴狮熊药给他她它])", reason="to feed", yes=("【喂】鱼", "【喂】他吃饭"), no=("【喂】，要不要去",),
    ),
    # 冲 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="冲", form="沖", after="(?=[泡茶洗淋澡凉厕刷淡调]|好?的?照片|了?[一两几][卷张](?:底片|胶卷|照片|相片)|胶卷|底片|热水|开水|冷水|凉水|咖啡|牛奶|奶粉|马桶|了?[一半两几]?[杯壶碗]|了?个?[澡凉])",
        reason="to pour water on", yes=("直接【冲】热水后再用汤匙搅", "【冲】了杯清茶", "【冲】一杯咖啡", "【冲】了个凉"),
        no=("向前【冲】去", "一口气【冲】上楼"),
    ),
    Rule(
        character="冲", form="沖", after="(?=[刷蚀毁垮走失塌积泻]|不走|断(?!层))", reason="to wash away", yes=("被大水【冲】走", "路基遭【冲】失", "洪水把桥【冲】垮"), no=("向前【冲】去",),
    ),
    Rule(
        character="冲", form="沖", before="(?:水|雨|洪|浪|潮|土石流|泥石流|海啸|溪|河)[^，。,；]{0,4}", after="(?=[倒至下到入]|击[，。,；、上])",
        reason="to wash away, after the water", yes=("山区受土石流【冲】击，",), no=("遭受金融风暴【冲】击", "战士向前【冲】下"),
    ),
    Rule(
        character="冲", form="沖", before="被", after="(?=[至到下][^，。]{0,3}[方游海河溪])", reason="washed away", yes=("父亲被【冲】至下方",), no=("防线被【冲】破",),
    ),
    Rule(character="冲", form="沖", before="(?:被|[海潮]水|[浪雨]|[遗浮]体|尸体|残骸)[^，。,；]{0,4}", after="(?=上了?[岸海沙滩]|到[岸海下]|往下游)", reason="washed ashore", yes=("失足堕海，被【冲】上岸", "尸体【冲】到下游"), no=("被他【冲】上来",)),
    Rule(character="冲", form="沖", before="(?:咖啡|[红绿奶花普洱]茶|奶粉|牛奶|豆浆)[^，。,；]{0,2}", after="(?=得[太很]?[浓淡好苦甜]|好了?|泡|开)", reason="to pour water on", yes=("咖啡【冲】得太淡",), no=("他【冲】得太快",)),
    # 系 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="系", form="繫", alone=True, after="(?=在[^，。；]{0,3}(?:[脖颈腰腕踝胸头腿脚手树桩柱岸栏杆门尾船车马身心]|裤|绳|鞋|窗))", before="(?:^|[^关联])", reason="to tie to something", yes=("船【系】在岸边", "把围巾【系】在脖子上"), no=("关键【系】在财务",),
    ),
    Rule(
        character="系", form="繫", alone=True, before="(?:案件|诉讼|事件|起诉|[声申]请|抗告|上诉|施行前|[前业即]已|[尚仍]在|脱离其|新收与|[0-9０-９日]|期间)于?", after="(?=属(?![性]))",
        reason="to be pending at a court", yes=("诉讼【系】属中", "修法前已【系】属之案件"), no=("所言【系】属虚构", "【系】属分类"),
    ),
    Rule(character="系", form="繫", alone=True, after="(?=属于?[^，。；]{0,3}(?:法院|本院|地院|高院|最高|上级审))", reason="to be pending at a court", yes=("该争议【系】属于地方法院",), no=("【系】属于他",)),
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
        character="系", form="係", alone=True, after="(?=属(?:于|何|误|谁|虚|伪|违|不|非|正|私|公|他|自))", reason="to be, in formal prose", yes=("所言【系】属虚构",), no=("【系】属分类",),
    ),
    Rule(
        character="系", form="係", alone=True, before=f"(?:^|[^{FACTIONS}])", after="(?=于[^，。；]{0,5}(?:[0-9０-９]|民国|昭和|光绪|去年|今年|前年|昨|当[年日时]|[前之]?[^，。]后|施行|公布|期间|同[年日]|[一二三四五六七八九十]月|何时|其时|[^，。；]{1,5}[前时]))",
        reason="to be at a time, in formal prose", yes=("原判决【系】于民国九十七年确定", "该车【系】于二○一八年出厂"), no=("命运【系】于一线", "成败【系】于此举"),
    ),
    Rule(character="系", form="係", alone=True, before="(?:^|[^谱亲派科语水山统])", after="(?=属(?!于|分类|性|[，。中]))", reason="to be, in formal prose", yes=("他【系】属初犯",), no=("谱【系】属于他",)),
    Rule(
        character="系", form="系", alone=True, after="(?=上(?:同[仁事学]|老师|教[授师]|师生|规定|公告|课程|会议))", reason="a department, before what it has",
        yes=("论文获奖，【系】上同仁道贺",), no=("【系】上围裙",),
    ),
    Rule(
        character="系", form="係", alone=True, before=f"(?:{SUBJECT})(?:[均皆都亦并]|当时)?", after="(?![统列主里内上中所友办会花草图谱学的馆刊])(?=[一-鿿“‘「《])",
        reason="to be, in formal prose, after what is spoken of", yes=("涉案车辆【系】赃车", "事故【系】线路老化引起", "该男子【系】本地居民", "网传消息【系】谣言"),
        no=("他是中文【系】主任", "全车【系】降价"),
    ),
    Rule(
        character="系", form="繫", alone=True, before="[都全皆紧]", after="(?=[在于着])", reason="to hang on", yes=("多少事，都【系】在他身上",), no=("全【系】师生",),
    ),
    Rule(
        character="系", form="繫", after="(?=[好上紧牢着了住有妥]?了?[一]?[条根]?(?:红线|领带|领结|鞋带|安全带|腰带|皮带|裤带|围裙|围巾|丝巾|头巾|丝带|彩带|黄丝带|红布|绶带|蝴蝶结|绳|红绳|扣子|缆|铃铛|马匹))",
        reason="to tie", yes=("紧紧【系】上了一条红线", "请【系】好安全带"), no=("中文【系】好",),
    ),
    Rule(
        character="系", form="繫", before="[心情魂梦命身][^，。]{0,1}", after="(?=[着于在]|[百群人家祖国小])", alone=True,
        reason="to be tied to at heart", yes=("他情【系】小龙终不悔", "魂【系】祖国"), no=("生物工程【系】在",),
    ),
    Rule(
        character="系", form="係", alone=True,
        before="(?:^|[，。；：、（(「“])(?:[^，。；：]{0,5}(?:[均皆乃亦即非纵若倘如既虽因究似恐疑显实仅原此其又仍惟但或故盖应便概多纯确诚殆无否])|[^，。；：]{2,6}(?:主要|原则上|大[都多]|是否|究竟|确实|显然|无疑|据[信称报悉]|怀疑|估计|证实|查实|认为|以为|否认|承认|坦承|得知|完全|纯粹|原来|向来|一向|只|都|也|并非))",
        after="(?![统列主里上内的师生学所办友会馆刊花草图谱辫鞋上着住紧好牢于][一-鿿]?)(?=[一-鿿“‘「《])", reason="to be, in formal prose, after an adverb or conjunction", yes=("其目的并非【系】惩罚，", "，主要【系】自血液中检测", "，究【系】何人所为"), no=("，如【系】主任所言", "他也【系】着领带"),
    ),
    Rule(
        character="系", form="係", alone=True, before=f"(?:^|[^{FACTIONS}一二三四五六七八九十几多])(?<!{'|'.join(DEPARTMENTS)})",
        after="(?=(?:[以由自依为在指就从因将经按基采透根供无针对与被受未不非否属违遭藉凭出]|一[种个名项般处间座]|来自|有意|本[人案院件]|其[一-鿿]|[我你他她]|[0-9０-９])(?![，。；]))",
        reason="to be, in formal prose, before what follows a verb", yes=("羁押【系】以确保程序为目的", "该车【系】由他驾驶", "保护令【系】为保障当事人", "肇事者【系】一名男子"), no=("中文【系】以小班教学", "电机【系】由他领军", "日【系】为主", "本【系】自去年招生"),
    ),
    Rule(
        character="系", form="係", alone=True, before=f"(?:^|[一-鿿”」』）)%％0-9，；：。？])(?<![{FACTIONS}一二三四五六七八九十几多])(?<!{'|'.join(DEPARTMENTS)})(?<![美陆洋华通国罗]法)",
        after="(?=(?![统列主里上内这那的师生学所办友会馆刊花草图谱辫鞋着住紧好牢于教党团队级务训名庆徽旗和与及或等又都也了条根过起成带马船舟铃缆绳丝红黄蝴领皮裤腰头围扣结绶]|一[条根圈])[一-鿿“‘「]{2})", reason="to be, in formal prose, before its object",
        yes=("销项税额【系】外加于销售额", "上述说法【系】误传"), no=("中文【系】要求学生", "【系】主任说", "她【系】蝴蝶结", "脖子【系】一条丝巾"),
    ),
    # 并 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="并", form="並", sure=True, after="(?=为(?!一))", before="(?:^|[^合归兼吞])", alone=True, reason="and, before 为 with its object",
        yes=("努力工作，【并】为之奋斗", "【并】为群众服务"), no=("两镇合【并】为一",),
    ),
    Rule(
        character="并", form="併", sure=True, after="(?=[此予](?:[一-鿿]?明|附|审酌|考量|检讨)|案[审办侦调处移]|科|同(?![时意样学志事行一])|算入|入(?!侵|选|围|口|学|职|会|党|伍|驻|狱|睡|迷|时)|为一[案体家谈]|[称送](?=[系之为「“]|$))", before="(?:^|[^一不齐火合吞兼归])", alone=True,
        reason="together with something else, in formal prose", yes=("【并】此指明。", "三案【并】案审理", "处有期徒刑，得【并】科罚金"), no=("他【并】此时才知", "警方【并】予以拘捕"),
    ),
    # 径 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="径", form="逕", alone=True, before="(?:^|[^直半路途捷小山田曲花石幽门口内外孔粒管蹊行大三])", after="(?=[以为依自按由予认就将对向往与洽付送赴返寄请转告电函交入投执]|行[^赛，。])", reason="straightway, without more ado",
        yes=("得【径】以判决驳回", "有意者请【径】洽本社"), no=("田【径】以外", "小【径】向前伸展"),
    ),
    Rule(character="径", form="逕", alone=True, before="(?:可否|有权|[应得并即须仅乃遂宜]|而(?!言))", after="(?=[一-鿿])", reason="straightway, after an auxiliary", yes=("可否【径】作为依据", "即【径】排除适用"), no=("半【径】不足",)),
    Rule(character="径", form="逕", before="(?:^|[，。；得可并而应须])", after="(?=向[^，。；]{0,6}(?:法院|局|署|处|机关|本|主管|警|当局|政府|有关|申请|报名|部门|公司|中心))", reason="straightway, where the word list has the word for radial", yes=("应【径】向法院起诉",), no=("【径】向载荷",)),
    # 制 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="制", form="製", before="[专承定特监]", after="(?=[^，。；]{0,2}(?:旗袍|西装|西服|礼服|皮鞋|家具|糕饼|月饼|服装))", reason="made, before what is made", yes=("裁缝店专【制】旗袍", "承【制】西装"), no=("君主专【制】",),
    ),
    Rule(character="制", form="製", before="(?:^|[^抑控限节压管强])", after="(?=[剂粒])", reason="a preparation is made", yes=("中药固体【制】剂",), no=("抑【制】剂",)),
    Rule(
        character="制", form="製", alone=True, before="(?:^|[^管控限抑压体法学兵税编建旧新该此])", after="(?=[热氧盐碱酸酒糖药茶鞋帽瓷陶墨笔氩氦氨氯氢氮氧砖瓦板版模币钞毒枪弹片粉浆皂烟伞琴甲矛盾剑箭弓刀斧香茗饼酱醋](?!度|约|于))",
        reason="made, before a product", yes=("打击【制】枪行为",), no=("两院【制】度", "实行配给【制】药品"),
    ),
    Rule(
        character="制", form="製", before="(?:^|[^能以法不于失可力])自", after="(?=[的之](?!能力|力)|[了过]|[一-鿿]{0,2}(?:炸弹|枪|武器|雷|酒|酱|糕|饼|面包|卡|礼|口罩|视频|短片|玩具|教具|地图|节目|饮|茶|火箭|汽油))",
        reason="made by oneself, before what is made", yes=("端出【自】制".replace("【自】制", "自【制】") + "的面包", "警方搜出自【制】炸弹"), no=("他难以自【制】，", "无法自【制】的人"),
    ),
    Rule(
        character="制", form="製", before="编", after="(?=[了出]?(?:预算|报表|规划|计划|方案|报告|预案|说明|草案|清单|教材|规程|目录|图|报表|表格|书|程序|手册|毛|草|竹|篮|年度|财务|招标|审计|附属|单位|决算|总预算))",
        reason="to draw up, before what is drawn up", yes=("负责编【制】预算", "编【制】年度财务报告"), no=("部队的编【制】扩大",),
    ),
    Rule(
        character="制", form="製", before="(?:[木铁铜钢竹皮纸银瓷陶石铝玉麻藤草革料棉丝金]|石头|木头|金属|玻璃|手工|水晶|橡胶|泥巴)", after="(?=[的成品件])", alone=True,
        reason="made, after a material", yes=("睡在麻【制】的蚊帐里",), no=("两院【制】的",),
    ),
    Rule(character="制", form="制", sure=True, alone=True, before="(?:收付|实现|发生|许可|报备|累进|会员|责任|合议|独任|任期|配额|登记|证照|学分|年金|特许|轮班|两班|三班)", after="(?=为)", reason="a system, by its name", yes=("以现金收付【制】为会计基础",), no=("研【制】为药",)),
    Rule(character="制", form="制", sure=True, alone=True, after="(?=为(?:宜|主|辅|原则|基础|前提|核心|妥|佳))", reason="a system, which is something", yes=("宜以公证【制】为原则",), no=("将木料【制】为家具",)),
    Rule(
        character="制", form="制", sure=True, alone=True, before="(?:^|[，。、；])[^将把以用，。；]{0,8}(?<![炼烧炮磨酿研])", after="(?=为(?!成|[^，。]{0,4}(?:膏|丸|酒|粉|片|茶|药|标本|成品|器|像)))", reason="a system, which is something", yes=("许可【制】为唯一手段",), no=("将木料【制】为家具", "研【制】为药"),
    ),
    Rule(
        character="制", form="製", before="[拼织缝绣雕刻烧铸锻轧焊煮熬炸烤熏腌卤榨磨捏剪裱熔冶摄录绘誊炮炒蒸焙烘擀]", after="(?![度约服定止裁衡式伏胜])",
        reason="made, after the way of making", yes=("用面粉捏【制】的小人",), no=("限【制】",),
    ),
    # 准 --------------------------------------------------------------------------------------------------------------
    Rule(character="准", form="準", sure=True, alone=True, before="(?:^|[^不批获许核照恩])", after="(?=用(?:[于]|[^，。；]{0,5}(?:规定|第[一二三四五六七八九十0-9]|条|法|之)))", reason="to apply in the same way, in the law", yes=("得【准】用上诉规定",), no=("不【准】用手机",)),
    Rule(character="准", form="準", sure=True, alone=True, before="(?:^|[，。；：「“])", after="(?=此(?![人事类案件]))", reason="in accordance with this, in formal prose", yes=("【准】此，原告之诉有理由",), no=("不【准】此类行为",)),
    Rule(
        character="准", form="准", alone=True, before="(?:[否判获奉蒙允未批核特恩照概]|不予|得以|[若如倘]|可否|[^一-鿿]得)", after=f"(?:{STOP}|(?=[^备确则时点星绳]))", reason="to allow, in formal prose", yes=("遭主管机关否【准】，", "法院判【准】离婚"), no=("如【准】备不足", "看得【准】"),
    ),
    Rule(character="准", form="準", sure=True, before="不", after="(?=[备确时])", reason="ready, exact or on time", yes=("以军不【准】备撤离", "地址不【准】确"), no=("不【准】走",)),
    Rule(character="准", form="准", before="(?:逾期|一律|一概|概|绝|坚决|皆)不", after=STOP, reason="not allowed", yes=("逾期不【准】。",), no=("他说不【准】。",)),
    Rule(
        character="准", form="准", before="(?:^|[^看瞄对算说拿打听投射测定踢抓认卡吃摸得猜估记唱画])不",
        after=f"(?!{STOP})", reason="not allowed",
        yes=("不但不【准】别人指出", "【不】准".replace("【不】准", "不【准】动")), no=("说不【准】", "瞄不【准】"),
    ),
    Rule(
        character="准", form="准", after="(?=[你我他她它]|许|予|假|其)", alone=True, reason="to allow somebody", yes=("谁【准】你走",), no=("瞄【准】目标",),
    ),
    # 征 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="征", form="征", before="[一二三再出远长南北东西亲御]", alone=True, reason="a campaign, after its number or direction",
        yes=("他们的第二【征】", ), no=("正在【征】人",),
    ),
    # 卷 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="卷", form="捲", before="用[^，。,；]{1,6}", after="(?=[的成着起])", reason="to roll, with what it is rolled in",
        yes=("烟叶是用成都的粉纸【卷】的",), no=("第三【卷】的",),
    ),
    Rule(
        character="卷", form="捲", after="(?=[起入走成缩着进]|土重来|了起)", before="(?:^|[^试考问答阅交案画手书经第0-9一二三四五六七八九十百])", alone=True,
        reason="to roll", yes=("狂风【卷】走沙尘",), no=("第三【卷】起",),
    ),
    Rule(
        character="卷", form="捲", before="(?:花|蛋|春|肉|鸡|虾|饼|糕|司|菜|皮|肠|丝|士|酥|豆腐|鱼|奶油|海苔|凉)", after=f"(?:{STOP}|(?=[和与及、等里皮口味]))", alone=True,
        reason="what is eaten rolled", yes=("点了两份鸡肉【卷】，", "海苔【卷】和奶茶"), no=("《诗经》第一【卷】，", "一份考【卷】，"),
    ),
    Rule(character="卷", form="捲", alone=True, before="[^第0-9一二三四五六七八九十试答考上下中本此该]", after="(?=在(?:手|身|腰|臂|一起|里面|头|脖|被|怀|其中|舌|风|浪|水|车|轮|机)|着(?![名])|缩|曲|袖|裤脚)", reason="to roll, before where to", yes=("摘下帽子【卷】在手里", "舌头【卷】着"), no=("第三【卷】在手",)),
    Rule(character="卷", form="捲", before="(?:^|[^第])[一二两三四五六七八九十几半整每]", after="(?=底片|胶[卷带片]|卫生纸|[厕面]纸|铁丝|电线|布匹?[，。、]|录[音影]带|磁带|毛线|钢丝|钞票|纱布|保鲜膜|草席|绷带|被褥|铺盖|地毯)", reason="a roll of something", yes=("带了两【卷】底片", "一【卷】钞票"), no=("第一【卷】磁带目录",)),
    # 舍 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="舍", form="捨", alone=True, before="(?:^|[^宿校农寒邻房屋精祠馆客茅草庐田牛鸡犬兔猪退])", after="(?=[之此其己身命近生]|得|不得|去|了|弃|[^，。；]{1,6}(?:不顾|不用|而[去取就求走不别另]))", reason="to give up", yes=("多数意见【舍】此项事实不顾",), no=("精【舍】之内",),
    ),
    Rule(character="舍", form="捨", alone=True, before="(?:有所|不肯|[难能可敢愿必须]|有|先)", after=f"(?:{STOP}|(?=才能|有所|才有|方能|得))", reason="to give up", yes=("有所【舍】才能有所得",), no=("有校【舍】，",)),
    # 签 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="签", form="簽", alone=True, before="(?:^|[^抽竹书标牙求上下灵神诗掣解支好坏中吉凶笔浮纸品])", after="(?![诗筒王文词条纸饼上下运])",
        reason="to sign",
        yes=("赶到出版社【签】一千本", "【签】了名"), no=("抽【签】", "求了一支【签】"),
    ),
    # 松 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="松", form="鬆", after="(?=了?一?口气|开|绑|懈|动|弛|垮|脱)", alone=True, reason="to loosen", yes=("大家【松】了口气",), no=("青【松】岭",),
    ),
    Rule(
        character="松", form="鬆", before="(?:比较|[很太较过放变偏宽])", after="(?![树柏木林针子])", alone=True, reason="loose, after a degree", yes=("设计标准比较【松】，",), no=("青【松】，",),
    ),
    Rule(
        character="松", form="鬆", before="(?:手头|口头|先紧后|前紧后|管得|抓得|绑得|系得|卡得|一紧一|螺丝|扣子|鞋带|皮带|腰带|心里一|手一|嘴一)", after=f"(?:{STOP}|(?=[了着]))", alone=True,
        reason="loose, after what is", yes=("鞋带【松】了",), no=("一棵青【松】，",),
    ),
    Rule(character="松", form="鬆", alone=True, before="(?:[没不别未]|从[没不未]|一直没|稍|略|微|再|放得|拉得|抓得太)", after=f"(?:{STOP}|(?=过|了?下?来|懈|得))", reason="to loosen", yes=("干劲从没【松】过。",), no=("青【松】，",)),
    Rule(character="松", form="鬆", alone=True, after="(?=不得|不开|了手|了劲|了绑)", before="(?:^|[^青苍劲老古])", reason="to loosen", yes=("螺丝【松】不得",), no=("老【松】不得移植",)),
    Rule(character="松", form="鬆", alone=True, after="(?=[与和、]紧|一?紧|的(?:土|沙|衣|裤|雪|绳|结|鞋|螺|环境|政策|尺度))", before="(?:^|[^青苍劲雪老古])", reason="loose, beside tight", yes=("拿捏【松】与紧的分寸",), no=("青【松】紧挨着",)),
    # 奸 --------------------------------------------------------------------------------------------------------------
    Rule(character="奸", form="姦", before="(?:[强通相诱轮和鸡]|与人|先)", after="(?![商臣细猾诈贼佞邪雄党相])", reason="to lie with", yes=("相【奸】人", "与人【奸】淫"), no=("汉【奸】", "【奸】商")),
    # 困 --------------------------------------------------------------------------------------------------------------
    Rule(character="困", form="睏", alone=True, after="(?=的话[，。]?|就(?:先)?(?:去)?睡|死了)", before="(?:^|[^围被贫受久])", reason="sleepy, before what one does about it", yes=("【困】的话先去睡",), no=("被【困】的话",)),
    Rule(character="困", form="睏", after="(?=意|觉|得(?:睁|睡|不行|不得|直|要|打|眼|厉害|慌|很|趴|点头))", before="(?:^|[^围被贫])", reason="sleepy", yes=("一阵【困】意袭来", "她【困】得睁不开眼"), no=("被【困】意大利",)),
    Rule(
        character="困", form="睏", before="(?:[犯很太真爱好渐]|有点儿?|有些|又累又|又饿又|越来越|昏昏欲睡|特别|一点也不|一点都不)", after=f"(?:{STOP}|(?=[了啊吧呢吗的就]))", alone=True,
        reason="sleepy, after a degree", yes=("孩子又累又【困】，",), no=("部队受【困】，",),
    ),
    Rule(
        character="困", form="睏", before="(?:^|[我你他她们孩子娃儿人，。]|已经|是不是|有人)", after="(?=了(?:就|便|吧|吗|，[^，。]{0,4}(?:睡|觉|哈欠|瞌睡|床)|先睡|想睡))", alone=True, reason="sleepy, before sleep",
        yes=("孩子【困】了就睡", "我【困】了吧"), no=("被【困】了三天",),
    ),
    # 占 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="占", form="佔", sure=True, alone=True, before="(?:^|[^卜星抢])", after="(?=全[市县区省国自州镇乡村厂校总部]|总[数量额]|[^，。；]{0,6}(?:[0-9０-９一二三四五六七八九十百半][^，。；]{0,5}(?:[%％成倍]|分之)|百分之|比例|比重|多数|大头|少数))", reason="to make up a share", yes=("【占】全国总量８０％", "【占】了大多数"), no=("【占】卜一成",),
    ),
    Rule(
        character="占", form="占", after="(?=卜|星|卦|课|梦|筮|[得了过](?:一|此|这|个)?(?:[卦课]|支签)|一卦|算)", alone=True, reason="to tell fortunes", yes=("请人【占】了一卦", "卜者【占】得一卦"), no=("【占】了便宜",),
    ),
    # 复 --------------------------------------------------------------------------------------------------------------
    Rule(character="复", form="復", sure=True, alone=True, after="(?=[工产市商学课业航诊岗检耕牧垦绿位岗种植])", reason="to begin again", yes=("复工【复】产", "有序【复】市"), no=("繁【复】工作",)),
    Rule(character="复", form="復", before="回", after="(?=至(?!本|我|你|邮|信箱|电邮))", reason="to come back to a state", yes=("客运量已回【复】至疫情前八成",), no=("请回【复】至邮箱",)),
    Rule(character="复", form="復", before="(?:权利|名誉|损害|权益|秩序|功能|体力|健康|难以|无法|不能|充分|逐渐|逐步|慢慢|渐渐)[之的得获]{0,2}回", after=f"(?:{STOP}|(?=[与及和他其权]))", reason="to come back to a state", yes=("权利难以【回】".replace("【回】", "回【复】"), "名誉之回【复】，"), no=("未获回【复】，",)),
    Rule(
        character="复", form="復", before="回", after="(?=了?(?:到|成|青春|名誉|权利|请求权|所有权|占有|登记|国籍|损害|[0-9０-９一二三四五六七八九十百]+[点％%格]|原[状样形来有]|正常|平静|本来|往[日昔常]|自由|健康|体力|生机|活力|宁静|安宁|元气|常态|秩序|精神|知觉|意识|记忆|理智|功能|以往|从前|过去|旧|昔日|清醒|冷静|和平|繁荣|弹性|镇定|神智|生气|单身|转换))",
        reason="to come back to a state", yes=("社会回【复】平静", "设备回【复】正常运作"), no=("请回【复】电邮", "网民回【复】说"),
    ),
    # 游 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="游", form="游", before="(?:^|[^旅出郊巡漫周畅云春秋远夜神导遨优闲重宴同冶仙宦壮浪梦])", after="(?=[去向到](?!玩|览|历|大|公|名|故)|过[去来河江海湖对]|上岸|出水|回岸|[进出入](?:网|洞|水|河|湖|海|溪|礁))", reason="to swim, before where to", yes=("奋力向落水少年【游】去", "他【游】过河去"), no=("旅【游】去了",),
    ),
    # 周 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="周", form="周", before="[绕环巡转跑游走兜][^，。；]{0,6}一", after="(?!后|内|前|以来|时间|的|左右)", reason="once round", yes=("卫星绕地球一【周】需要九十分钟", "绕场一【周】"), no=("一【周】后",),
    ),
    Rule(
        character="周", form="週", before="(?:[两三五六七八九十几数每上下本这那]|[0-9０-９])", after="(?![半跳横滚翻抛捻空围边遭身全密详济转知旋折章旁到王朝代礼公易长口庄村家氏某姓])(?![一-鿿]{0,2}(?:先生|女士|小姐|老师|总|导|主任|书记|局长|市长|院长|校长|医生))", alone=True, reason="a week, after a number", yes=("最近十几【周】的恢复训练",), no=("四【周】一片寂静", "上【周】围", "连做4【周】横滚", "阿克塞尔三【周】半跳"),
    ),
    Rule(character="周", form="週", before="(?:未来|过去|最近|为期|连续|长达|前|第|近|约|休养|休息)四", reason="a week, after how many", yes=("未来四【周】", "为期四【周】的集训"), no=("四【周】一片寂静",)),
    Rule(character="周", form="週", alone=True, after="(?=[ＫK]?Ｋ?线(?:图|[上下收跌涨])|均线|[ＫK]线)", reason="by the week", yes=("成份股指数【周】Ｋ线图",), no=("【周】围",)),
    Rule(character="周", form="周", before="(?:空翻|转体|旋转|翻腾|屈体|直体|抱膝|转|跳)[^，。；]{0,3}[一两二三四半几0-9]", after="(?!后|内|前|以来|时间|的)", reason="once round, of gymnasts and skaters", yes=("后空翻两【周】，", "转体三【周】半"), no=("转院两【周】后",)),
    # 扎 --------------------------------------------------------------------------------------------------------------
    Rule(character="扎", form="紮", alone=True, after="(?=[着了起成好]?[^，。；]{0,4}(?:辫|马尾|发髻|头巾|腰带|蝴蝶结|绷带|稻草人|袋口|裤脚|裤腿|篱笆|灯笼|花灯|风筝|纸人|彩车|营寨|了根|下深?根))", reason="to tie, before what is tied", yes=("她【扎】着两条辫子",), no=("【扎】了一针",)),
    Rule(character="扎", form="扎", alone=True, after="(?=了?[一两几]?[针刺]|[^，。；]{0,3}心(?:上|里|头)|[手人脚眼耳心](?![工])|[进破伤]|得(?:很|疼|痛|生疼|人))", reason="to prick", yes=("手臂上【扎】了一针", "话【扎】在他心上"), no=("【扎】了两条辫子",)),
    # 咽 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="咽", form="嚥", before="(?:^|[^呜哽悲幽])", after="(?=下[了去肚]?|不下|得下|了?一?[口唾]|气(?![候氛]))", reason="to swallow", yes=("【咽】下最后一口气", "他【咽】了口唾沫"), no=("呜【咽】着",),
    ),
    # 念 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="念", form="唸", alone=True, after="(?=[着了完过出起]?[^，。；]{0,2}(?:经文|佛号|咒语?|课文|台词|悼词|祭文|诗句|稿子|讲稿|绕口令|出声|白字|错字))", reason="to read aloud, before what is read", yes=("口中【念】着经文", "他【念】着台词"), no=("【念】着故乡",),
    ),
    # 划 --------------------------------------------------------------------------------------------------------------
    Rule(character="划", form="划", alone=True, before="(?:船|舟|艇|筏|桨|河口|[河江湖海溪]边?|岸|渡口|码头)[^。；]{0,6}", after="(?=[到往向回去来过])", reason="to row, where there is water", yes=("他驾独木舟，从淡水河口【划】到八里",), no=("从资金里【划】到账户",)),
    Rule(
        character="划", form="划", before="(?:船|舟|艇|筏|桨|橹|鸭子|天鹅)[^，。；]{0,3}", after="(?=[过向到进出着行开来去入回动得])", reason="to row or paddle", yes=("小船【划】过湖心",), no=("流星【划】过夜空",),
    ),
    # 扇 --------------------------------------------------------------------------------------------------------------
    Rule(character="扇", form="搧", alone=True, after="(?=了?[^，。；扇]{0,5}(?:耳光|巴掌|嘴巴|风))", before="(?:^|[^把折纸蒲团羽电吊])", reason="to slap, to fan", yes=("【扇】了他一个耳光",), no=("蒲【扇】风凉",)),
    # 刮 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="刮", form="刮", before="(?:胡须|胡子|胡茬|脸|眉毛|腿毛|汗毛|鱼鳞|锅底|墙皮|漆|痧|鼻子|皮)[^，。；]{0,3}", reason="to scrape, shave", yes=("胡须【刮】得干干净净",), no=("狂风【刮】得很大",),
    ),
    Rule(character="刮", form="颳", before="[风雪沙][^，。；刮]{0,3}", after="(?=[过得来起进走倒断跑着了到上向在]|个不停)", reason="to blow", yes=("秋风【刮】过", "风沙【刮】得睁不开眼"), no=("用刀【刮】过",)),
)  # fmt: skip
