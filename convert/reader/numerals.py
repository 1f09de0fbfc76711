"""Numbers as newspapers print them, in Western, full-width or Chinese figures → their values."""

NUMBER = r"[0-9０-９〇零一二三四五六七八九十百]{1,4}"
"""The pattern of a number of up to four figures."""
_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789") | {
    ord("①") + n: str(n + 1) for n in range(20)
}


def number(text: str) -> int | None:
    """The value of a number of up to four figures; None for what is none."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text or "百" in text:
        total, current = 0, 0
        for char in text.translate(_DIGITS):
            if char == "百":
                total, current = total + (current or 1) * 100, 0
            elif char == "十":
                total, current = total + (current or 1) * 10, 0
            elif char.isdecimal():
                current = int(char)
        return total + current or None
    plain = text.translate(_DIGITS)
    return int(plain) if plain.isdecimal() and len(plain) < 5 else None
