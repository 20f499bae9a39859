"""bin/lapkin sop bpmn FILE.toml [-o FILE.bpmn]: the SOP as BPMN 2.0 with its diagram."""

from pathlib import Path

from lapkin.alur.management.berkas_sop import baca_berkas, tulis_berkas
from lapkin.sop.bpmn import tulis_bpmn
from lapkin.sop.sop import baca

BANTUAN = "Menulis SOP sebagai BPMN 2.0 beserta gambarnya."


def tambah_argumen(parser):
    parser.add_argument("berkas", type=Path, metavar="SOP.toml")
    parser.add_argument("-o", "--keluaran", type=Path, metavar="SOP.bpmn", help="tanpa ini ditulis ke layar")


def jalankan(command, *, berkas, keluaran, **_options):
    isi = tulis_bpmn(baca_berkas(berkas, baca))
    if keluaran is None:
        command.stdout.write(isi, ending="")
    else:
        tulis_berkas(keluaran, isi.encode())
