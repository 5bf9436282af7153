"""Made-up names for every script of the font table: pairs of a language tag (or an empty text) and a name.

Words are put together from the pieces a script writes with (consonants, vowels, marks, finals), so that the shapes are those
a reader of PDF meets; they need not mean anything. The seed is fixed: the same names come out each time.
"""
import random


def brahmic(base, consonants, vowels, signs, virama, marks=(), digits=None):
    """A script of the Brahmi family, by the offsets its Unicode block shares with Devanagari's."""
    at = lambda offset: chr(base + offset)
    return {
        "consonants": [at(o) for o in consonants], "vowels": [at(o) for o in vowels], "signs": [at(o) for o in signs],
        "virama": at(virama) if virama else None, "marks": [at(o) for o in marks],
        "digits": [at(o) for o in digits] if digits else None,
    }


COMMON = [o for o in range(0x15, 0x3A) if o not in (0x29, 0x31, 0x33, 0x34)]
SIGNS = [0x3E, 0x3F, 0x40, 0x41, 0x42, 0x47, 0x48, 0x4B, 0x4C]
VOWELS = [0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0F, 0x10, 0x13, 0x14]
DIGITS = list(range(0x66, 0x70))

INDIC = {
    "Deva": ("hi", brahmic(0x900, COMMON, VOWELS, SIGNS + [0x43], 0x4D, [0x01, 0x02, 0x03], DIGITS)),
    "Beng": ("bn", brahmic(0x980, [o for o in COMMON if o not in (0x35,)], VOWELS, SIGNS, 0x4D, [0x01, 0x02], DIGITS)),
    "Guru": ("pa", brahmic(0xA00, [o for o in COMMON if o not in (0x37, 0x36)], VOWELS, SIGNS, None, [0x02, 0x70, 0x71], DIGITS)),
    "Gujr": ("gu", brahmic(0xA80, COMMON, VOWELS, SIGNS, 0x4D, [0x02], DIGITS)),
    "Orya": ("or", brahmic(0xB00, [o for o in COMMON if o not in (0x35,)], VOWELS, SIGNS, 0x4D, [0x02], DIGITS)),
    "Taml": ("ta", brahmic(0xB80, [0x15, 0x19, 0x1A, 0x1C, 0x1E, 0x1F, 0x23, 0x24, 0x28, 0x29, 0x2A, 0x2E, 0x2F, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x37, 0x38, 0x39],
                           [0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0E, 0x0F, 0x10, 0x12, 0x13], [0x3E, 0x3F, 0x40, 0x41, 0x42, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x4C], 0x4D, (), DIGITS)),
    "Telu": ("te", brahmic(0xC00, COMMON, VOWELS, [0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x4C], 0x4D, [0x02], DIGITS)),
    "Knda": ("kn", brahmic(0xC80, COMMON, VOWELS, [0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x4C], 0x4D, [0x02], DIGITS)),
    "Mlym": ("ml", brahmic(0xD00, COMMON, VOWELS, [0x3E, 0x3F, 0x40, 0x41, 0x42, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x57], 0x4D, [0x02], DIGITS)),
    "Sinh": ("si", {"consonants": [chr(c) for c in range(0xD9A, 0xDC7) if c not in (0xDB2, 0xDBC, 0xDBE, 0xDBF, 0xDA6)],
                    "vowels": ["අ", "ආ", "ඇ", "ඉ", "ඊ", "උ", "එ", "ඔ"], "signs": ["ා", "ැ", "ි", "ී", "ු", "ූ", "ෙ", "ේ", "ො", "ෝ"],
                    "virama": "්", "marks": ["ං"], "digits": None}),
    "Mymr": ("my", {"consonants": list("ကခဂဃငစဆဇညတထဒနပဖဗဘမယရလဝသဟအ"), "vowels": ["ဥ", "ဦ"],
                    "signs": ["ာ", "ိ", "ီ", "ု", "ူ", "ေ", "ဲ", "ော", "ို", "ျ", "ြ", "ွ", "ှ", "ျွ"], "virama": None,
                    "marks": ["ံ", "့", "း", "်"], "digits": list("၀၁၂၃၄၅၆၇၈၉")}),
    "Khmr": ("km", {"consonants": list("កខគងចឆជញដថនបផពភមយរលវសហអ"), "vowels": ["ឥ", "ឧ", "ឯ"],
                    "signs": ["ា", "ិ", "ី", "ុ", "ូ", "ួ", "ើ", "េ", "ែ", "ៃ", "ោ", "ៅ"], "virama": "្", "marks": ["ំ", "ះ", "់"],
                    "digits": list("០១២៣៤៥៦៧៨៩")}),
    "Thai": ("th", {"consonants": list("กขคงจชญฐฎดตถทธนบปผพฟภมยรลวศสหอ"), "vowels": ["อ"],
                    "signs": ["า", "ิ", "ี", "ึ", "ุ", "ู", "ั", "ะ", "ำ", "ิ์", "ี่", "ู่", "้า"], "virama": None, "marks": ["่", "้", "์"],
                    "digits": list("๐๑๒๓๔๕๖๗๘๙"), "before": list("เแโใไ")}),
    "Laoo": ("lo", {"consonants": list("ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອ"), "vowels": ["ອ"],
                    "signs": ["າ", "ິ", "ີ", "ຶ", "ຸ", "ູ", "ັ", "ະ", "ຳ", "ີ່", "ູ່"], "virama": None, "marks": ["່", "້"],
                    "digits": list("໐໑໒໓໔໕໖໗໘໙"), "before": list("ເແໂໃໄ")}),
    "Tibt": ("bo", {"consonants": list("ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ"), "vowels": ["ཨ"], "signs": ["ི", "ུ", "ེ", "ོ", "ྱ", "ྲ", "ྱུ", "ྲི"],
                    "virama": None, "marks": [], "digits": list("༠༡༢༣༤༥༦༧༨༩"), "joint": "་"}),
}

# Scripts without reordering: letters and what may follow them.
PLAIN = {
    "Latn-en": ("en", "Ann Lee Margaret Hughes Affleck fi fl ffi Fjord Tom AVATAR Wolf Yates Ty To Va".split(), "0123456789"),
    "Latn-vi": ("vi", "Nguyễn Trần Đặng Hữu Phước Lộc Thị Ánh Ấu Ưởng Ỹ ẩ ợ Đ".split(), None),
    "Latn-yo": ("yo", "Ọláolúwa Ẹ̀báńjọ Adéṣọlá ọ̀ ẹ́ ń Ṣọ́lá".split(), None),
    "Latn-pl": ("pl", "Świętosławska Źrebiec Łódź Ąćę Żółć".split(), None),
    "Latn-cy": ("cy", "Siân Llŷr Gwŷdd ŵ ŷ Ŵ Ffion".split(), None),
    "Latn-tr": ("tr", "İbrahim Işık Gülşen Çağ ı İ fi fıstık".split(), None),
    "Latn-zy": (None, "Gal·la O’Connor d'Arcy Ɓala Ɗan Ƙwai Þórður Æsa ẞtein Œ ŋ Ə".split(), None),
    "Grek": ("el", "Ελευθερία Παπαδοπούλου Ϊωάννου Ἀθηνᾶ ῥώ ς Ώ ΐ ᾧ".split(), None),
    "Cyrl": ("ru", "Екатерина Щербакова Ёлкина Йоффе Ґудзь Їжак Әйгерім Қасым Ӣ Ў а́".split(), None),
    "Armn": ("hy", "Եւա Մխիթարեան Ղազարոս Անահիտ և ՄՆ մն մե մի վն մխ".split(), None),
    "Geor": ("ka", "ნინო ბერიძე ჭყონია ჰაოს ᲜᲘᲜᲝ ყ".split(), None),
    "Ethi": ("am", "ተስፋዬ ገብረ ሥላሴ ኣብርሃም ሓጎስ አ ፪".split(), "፩፪፫፬"),
    "Hebr": ("he", "שרה כהן לוי דוד ג׳ונסון שָׁלוֹם מֹשֶׁה א ך יִצְחָק צה״ל".split(), "0123456789"),
    "Arab-ar": ("ar", "محمد عبد الرحمن الحسيني لالة الله اللـه بن صلاح مُحَمَّد لا إبراهيم آ ء ﷴ سلمى".split(), "٠١٢٣٤٥٦٧٨٩"),
    "Arab-ur": ("ur", "غلام مصطفیٰ قریشی محمد عثمان خان ٹیپو ڈار ہاشمی ے نے چودھری لاہور".split(), "۰۱۲۳۴۵۶۷۸۹"),
    "Arab-fa": ("fa", "گلناز پورمحمدی‌نژاد ژاله چنگیز می‌خواهم ی".split(), "۰۱۲۳۴۵۶۷۸۹"),
    "Arab-ps": ("ps", "ښاغلی ګل څارندوی ړ ټول ډېر".split(), None),
    "Arab-sd": ("sd", "ڄام ڳوٺ ڦلپوٽو ٻ ڏاهو".split(), None),
    "Arab-ckb": ("ckb", "شێرکۆ ڕەسووڵ ێ ڤیان".split(), None),
    "Arab-ug": ("ug", "ئابدۇللا ئۇيغۇر گۈل ې".split(), None),
    "Syrc": ("syr", "ܝܘܚܢܢ ܒܪ ܐܦܪܝܡ ܫܠܳܡܳܐ ܐ ܡܰܪܝܰܡ".split(), None),
    "Thaa": ("dv", "އިބްރާހީމް ނަޝީދު މުޙައްމަދު އަ ޢާއިޝަތު".split(), "0123456789"),
    "Nkoo": ("nqo", "ߒߞߏ ߡߊ߬ߡߊ߬ߘߎ߫ ߛߎ߬ߟߋ߬ߡߊ߬ߣߊ߬ ߊ ߞߋ߲߬ߓߊ".split(), "߀߁߂߃"),
    "Adlm": ("ff-Adlm", "𞤀𞤤𞤭𞥅𞤵 𞤁𞤭𞤢𞤤𞤮 𞤀 𞤃𞤢𞤥𞤢𞤣𞤵 𞤊𞤢𞥄𞤼𞤵𞤥𞤢𞤼𞤢".split(), "𞥐𞥑𞥒"),
    "Tfng": ("zgh", "ⴰⵎⵉⵏⴰ ⵢⵉⴷⵉⵔ ⴰ ⵜⴰⵎⴰⵣⵉⵖⵜ".split(), None),
    "Cher": ("chr", "ᏣᎳᎩ ᏏᏉᏯ Ꭰ ᎠᎹ".split(), None),
    "Cans": ("iu", "ᐊᓪᓚᒃ ᓄᓇᕗᑦ ᐊ ᖃᓂᖅ".split(), None),
    "Olck": ("sat", "ᱨᱟᱢ ᱢᱩᱨᱢᱩ ᱚ ᱥᱟᱱᱛᱟᱲ".split(), "᱐᱑᱒"),
    "Mong": ("mn-Mong", "ᠪᠠᠲᠤ ᠳᠣᠷᠵᠢ ᠠ ᠮᠣᠩᠭᠣᠯ".split(), None),
    "Hans": ("zh-Hans", "欧阳 晓明 罗威 李 陈大文 张伟".split(), None),
    "Hant": ("zh-Hant", "陳 嘉慧 歐陽 李 𨋢 張偉".split(), None),
    "Jpan": ("ja", "渡邉󠄁 さくら 髙橋 ゞろう・ジョン 愛 ー ジョー ばぱが".split(), None),
    "Kore": ("ko", "김민서 황보 이 박 남궁 뷁".split(), None),
    "Bopo": ("zh-Hant", "ㄅㄆㄇ ㄓㄤ ㄨㄟ".split(), None),
    "Zmth": (None, "ℕguyen ﬁona ﬀ Ǆenana ﬃ №".split(), None),
}

# Scripts of smaller communities: the first letters of each.
LETTERS = {
    "Bali": "ᬅᬆᬇᬈᬉᬊᬋᬌ", "Bamu": "ꚠꚡꚢꚣꚤꚥꚦꚧ", "Bass": "𖫐𖫑𖫒𖫓𖫔𖫕𖫖𖫗", "Batk": "ᯀᯁᯂᯃᯄᯅᯆᯇ",
    "Bugi": "ᨀᨁᨂᨃᨄᨅᨆᨇ", "Buhd": "ᝀᝁᝂᝃᝄᝅᝆᝇ", "Cakm": "𑄃𑄄𑄅𑄆𑄇𑄈𑄉𑄊", "Cham": "ꨀꨁꨂꨃꨄꨅꨆꨇ",
    "Copt": "ⲀⲁⲂⲃⲄⲅⲆⲇ", "Dogr": "𑠀𑠁𑠂𑠃𑠄𑠅𑠆𑠇", "Gong": "𑵠𑵡𑵢𑵣𑵤𑵥𑵧𑵨", "Gonm": "𑴀𑴁𑴂𑴃𑴄𑴅𑴆𑴈",
    "Hano": "ᜠᜡᜢᜣᜤᜥᜦᜧ", "Hmng": "𖬀𖬁𖬂𖬃𖬄𖬅𖬆𖬇", "Hmnp": "𞄀𞄁𞄂𞄃𞄄𞄅𞄆𞄇", "Java": "ꦄꦅꦆꦇꦈꦉꦊꦋ",
    "Kali": "ꤊꤋꤌꤍꤎꤏꤐꤑ", "Lana": "ᨠᨡᨢᨣᨤᨥᨦᨧ", "Lepc": "ᰀᰁᰂᰃᰄᰅᰆᰇ", "Limb": "ᤀᤁᤂᤃᤄᤅᤆᤇ",
    "Lisu": "ꓐꓑꓒꓓꓔꓕꓖꓗ", "Mand": "ࡀࡁࡂࡃࡄࡅࡆࡇ", "Medf": "𖹀𖹁𖹂𖹃𖹄𖹅𖹆𖹇", "Mend": "𞠀𞠁𞠂𞠃𞠄𞠅𞠆𞠇",
    "Mtei": "ꯀꯁꯂꯃꯄꯅꯆꯇ", "Mroo": "𖩀𖩁𖩂𖩃𖩄𖩅𖩆𖩇", "Talu": "ᦀᦁᦂᦃᦄᦅᦆᦇ", "Newa": "𑐀𑐁𑐂𑐃𑐄𑐅𑐆𑐇",
    "Osge": "𐒰𐒱𐒲𐒳𐒴𐒵𐒶𐒷", "Osma": "𐒀𐒁𐒂𐒃𐒄𐒅𐒆𐒇", "Pauc": "𑫀𑫁𑫂𑫃𑫄𑫅𑫆𑫇", "Plrd": "𖼀𖼁𖼂𖼃𖼄𖼅𖼆𖼇",
    "Rjng": "ꤰꤱꤲꤳꤴꤵꤶꤷ", "Rohg": "𐴀𐴁𐴂𐴃𐴄𐴅𐴆𐴇", "Samr": "ࠀࠁࠂࠃࠄࠅࠆࠇ", "Saur": "ꢂꢃꢄꢅꢆꢇꢈꢉ",
    "Sora": "𑃐𑃑𑃒𑃓𑃔𑃕𑃖𑃗", "Sund": "ᮃᮄᮅᮆᮇᮈᮉᮊ", "Sylo": "ꠀꠁꠃꠄꠅꠇꠈꠉ", "Tglg": "ᜀᜁᜂᜃᜄᜅᜆᜇ",
    "Tagb": "ᝠᝡᝢᝣᝤᝥᝦᝧ", "Tale": "ᥐᥑᥒᥓᥔᥕᥖᥗ", "Tavt": "ꪀꪁꪂꪃꪄꪅꪆꪇ", "Vaii": "ꔀꔁꔂꔃꔄꔅꔆꔇ",
    "Wcho": "𞋀𞋁𞋂𞋃𞋄𞋅𞋆𞋇", "Wara": "𑢠𑢡𑢢𑢣𑢤𑢥𑢦𑢧", "Yezi": "𐺀𐺁𐺂𐺃𐺄𐺅𐺆𐺇", "Yiii": "ꀀꀁꀂꀃꀄꀅꀆꀇ",
}
NO_SPACES = {"Hans", "Hant", "Jpan", "Bopo"}


def syllable(script, rng):
    text = ""
    if script.get("before") and rng.random() < 0.25:
        text += rng.choice(script["before"])
    if rng.random() < 0.1 and not text:
        text += rng.choice(script["vowels"])
    else:
        text += rng.choice(script["consonants"])
        if script["virama"] and rng.random() < 0.3:
            text += script["virama"] + rng.choice(script["consonants"])
        if rng.random() < 0.65:
            text += rng.choice(script["signs"])
        elif script["virama"] and rng.random() < 0.15:
            text += script["virama"]
    if script["marks"] and rng.random() < 0.15:
        text += rng.choice(script["marks"])
    return text


def shapes(word, rng, digits, spaced):
    """Names of many lengths from a source of words."""
    space = " " if spaced else ""
    yield "one", word()
    for _ in range(3):
        yield "two", word() + " " + word()
    yield "three", word() + " " + word() + " " + word()
    yield "hyphen", word() + "-" + word() + " " + word()
    yield "dot", word()[:1] + ". " + word()
    yield "brackets", word() + " (" + word() + ")"
    yield "comma", word() + ", " + word()
    yield "long", " ".join(word() for _ in range(9))
    yield "longer", " ".join(word() for _ in range(14))
    if digits:
        yield "number", word() + " " + "".join(rng.choice(digits) for _ in range(3))


def all_names(seed=2026):
    rng = random.Random(seed)
    for code, (language, script) in INDIC.items():
        joint = script.get("joint", "")
        word = lambda: joint.join(syllable(script, rng) for _ in range(rng.randint(2, 5)))
        for shape, name in shapes(word, rng, script["digits"], True):
            yield f"{code}-{shape}", language, name
        for letter in (script["consonants"][0], script["consonants"][0] + script["signs"][1]):
            yield f"{code}-letter", language, letter
    for code, (language, words, digits) in PLAIN.items():
        for word in words:
            yield f"{code}-each", language, word
        for shape, name in shapes(lambda: rng.choice(words), rng, digits, code not in NO_SPACES):
            yield f"{code}-{shape}", language, name
        yield f"{code}-letter", language, words[0][0]
        if code.startswith(("Latn", "Grek", "Cyrl", "Armn")):
            yield f"{code}-capitals", language, " ".join(words[:2]).upper()
    for code, letters in LETTERS.items():
        yield f"{code}-two", None, letters[:4] + " " + letters[4:]
        yield f"{code}-letters", None, letters[0] + " " + letters[1]
        yield f"{code}-hyphen", None, letters[:3] + "-" + letters[3:6]


MIXED = [
    ("Arab+signs", "ar", "عبدالله-عبدالله صالح"), ("Arab+signs", "ar", "د. عبد-الله بن-صلاح ٢٠٢٦ (علي)"), ("Hebr+signs", "he", "בן-גוריון, ד. א."),
    ("Arab+Latn", "ur", "محمد علی خان MBE (1987)"), ("Arab+Latn", "ar", "خالد Smith PhD 3"), ("Hebr+Latn", "he", "דוד ג׳ונסון OBE"),
    ("Hebr+Latn", "he", "יוסף Cohen"), ("Arab+Latn", "ar", "Ali علي"), ("Hebr+Arab+Latn", None, "יוסף يوسف Joseph"),
    ("Arab+digits", "ar", "علي 3"), ("Hebr+digits", "he", "דוד 2026"), ("Latn+Arab", "en", "Sara (سارة) Khan"),
    ("Deva+Latn", "hi", "खालिद Smith PhD 3"), ("Latn+Deva+Hani", "en", "Ravi रवि 罗威 Rao"),
]


if __name__ == "__main__":
    for index, (kind, language, name) in enumerate(all_names()):
        print(f"{index:04d}-{kind}", language or "-", name, sep="\t")
    for index, (kind, language, name) in enumerate(MIXED):
        print(f"mixed{index:02d}-{kind}", language or "-", name, sep="\t")
