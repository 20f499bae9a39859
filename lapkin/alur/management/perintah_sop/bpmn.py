"""bin/lapkin sop bpmn FILE.toml [-o FILE.bpmn]: the SOP as BPMN 2.0 with its diagram."""

from pathlib import Path

from django.core.management.base import CommandError

from lapkin.alur.bpmn import tulis_bpmn
from lapkin.alur.sop import SopTidakSah, baca

BANTUAN = "Menulis SOP sebagai BPMN 2.0 beserta gambarnya."


def tambah_argumen(parser):
    parser.add_argument("berkas", type=Path, metavar="SOP.toml")
    parser.add_argument("-o", "--keluaran", type=Path, metavar="SOP.bpmn", help="tanpa ini ditulis ke layar")


def jalankan(command, *, berkas, keluaran, **_options):
    try:
        isi = tulis_bpmn(baca(berkas.read_text(encoding="utf-8")))
        if keluaran is None:
            command.stdout.write(isi, ending="")
        else:
            keluaran.write_text(isi, encoding="utf-8")
    except SopTidakSah as salah:
        raise CommandError("\n".join(salah.daftar_masalah)) from salah
    except (OSError, UnicodeDecodeError) as salah:
        nama = getattr(salah, "filename", None) or berkas
        raise CommandError(f"Berkas {nama} tidak dapat dibaca atau ditulis sebagai teks UTF-8.") from salah
