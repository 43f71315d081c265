"""Writes a subset of a Material Symbols variable font: subset_icons.py FONT NAMES.txt OUT.woff2

Keeps the letters that ligatures are typed with, the named icons and the FILL axis; weight is fixed at 400.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

source, list_file, target = sys.argv[1:4]
with open(list_file, encoding="utf-8") as lines:
    names = {line.strip() for line in lines if line.strip() and not line.startswith("#")}

font = TTFont(source)
letter_of = {}
for code, glyph in font.getBestCmap().items():
    if code < 128 and (glyph not in letter_of or chr(code).islower()):
        letter_of[glyph] = chr(code)

icon_of = {}  # typed name -> glyph: several names may share one picture
for lookup in font["GSUB"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        table = getattr(table, "ExtSubTable", table)
        for first, ligatures in getattr(table, "ligatures", {}).items():
            for ligature in ligatures:
                parts = [first, *ligature.Component]
                if all(part in letter_of for part in parts):
                    icon_of["".join(letter_of[part] for part in parts)] = ligature.LigGlyph

unknown = sorted(names - icon_of.keys())
if unknown:
    sys.exit("unknown icons: " + ", ".join(unknown))

order = set(font.getGlyphOrder())
wanted = {icon_of[name] for name in names}
wanted |= {glyph + ".fill" for glyph in wanted if glyph + ".fill" in order}

options = subset.Options(layout_features=["*"], layout_closure=False, flavor="woff2", glyph_names=False, hinting=False,
                         notdef_outline=True, ignore_missing_glyphs=True)
subsetter = subset.Subsetter(options)
subsetter.populate(glyphs=wanted, text="abcdefghijklmnopqrstuvwxyz0123456789_ ")
subsetter.subset(font)
if any(axis.axisTag == "wght" for axis in font["fvar"].axes):
    instancer.instantiateVariableFont(font, {"wght": 400}, inplace=True)
subset.save_font(font, target, options)
