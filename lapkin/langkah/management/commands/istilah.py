"""The glossary, made from the code: every model and kind of work with the first line of its docstring."""

from importlib import import_module
from pathlib import Path

from django.apps import apps

from lapkin.langkah.daftar import LANGKAH
from lapkin.perintah import Perintah
from lapkin.sop.bagan import Jenis

TUJUAN = Path(__file__).resolve().parents[4] / "doc" / "istilah.md"

# Words of the field that are no row of ours: the office's own, with where they come from.
ISTILAH_LAIN = {
    "APIP": "The government's internal auditors; in a region the Inspektorat.",
    "capaian": "How far a target was reached, in percent; computed in kinerja/capaian.py and nowhere else.",
    "Irban": "Inspektur Pembantu: head of one of an Inspektorat's groups.",
    "jejak": "The trail of what happened to a case, in order, hash-chained.",
    "kop": "The letterhead of an office.",
    "LKjIP": "Laporan Kinerja Instansi Pemerintah; also printed LKJIP, LKj, LAKIP, LKIP (one concept).",
    "mutu baku": "The three standards of a printed step: kelengkapan (input), waktu (time), output.",
    "paraf": "An initial: its giver answers for matter and wording of the very file that was read.",
    "pagu": "The ceiling of a budget line, in the program in sen.",
    "PD": "Perangkat Daerah: an agency of a region; also OPD, SKPD.",
    "pelaksana": "The role in whose column a step stands.",
    "penghimpun": "The role that collects what the units bring.",
    "pengisi": "Who fills a step that is opened once for each unit; not always a printed column.",
    "PK": "Perjanjian Kinerja: the yearly agreement whose targets the report answers for.",
    "putaran": "A round: each return begins a new one.",
    "Renstra": "The five-year plan of an agency.",
    "SAKIP": "The national system of performance accountability (Perpres 29/2014).",
    "serapan": "Budget used divided by pagu.",
    "tahap": "One turn inside a step: the tasks that are opened together.",
    "tanda tangan basah": "Wet ink: print, sign, upload the scan; accepted against the frozen file.",
    "tenggat": "When a task is due, in the office's working time.",
    "triwulan": "A quarter of the year (TW I to IV).",
}


def susun() -> str:
    """The glossary as Markdown; the same code gives the same text."""
    baris = [
        "# Istilah",
        "",
        "One concept, one word, in code, screens and papers. Made by `bin/lapkin istilah` from the docstrings;",
        "a test holds it equal to the code.",
        "",
        "## Rows (models)",
        "",
        "| Istilah | Room | What it is |",
        "|---|---|---|",
    ]
    baris += [f"| {model.__name__} | {model._meta.app_label} | {_arti(model)} |" for model in _daftar_model()]
    baris += ["", "## Kinds of work in a step", "", "| Istilah | What it does |", "|---|---|"]
    baris += [f"| {jenis} | {_arti(import_module(LANGKAH[jenis].__name__))} |" for jenis in Jenis]
    baris += ["", "## Other words of the field", "", "| Istilah | What it is |", "|---|---|"]
    baris += [
        f"| {kata} | {arti} |" for kata, arti in sorted(ISTILAH_LAIN.items(), key=lambda i: i[0].lower())
    ]
    return "\n".join(baris) + "\n"


def _daftar_model():
    kita = [model for model in apps.get_models() if model.__module__.startswith("lapkin.")]
    return sorted(kita, key=lambda model: model.__name__.lower())


def _arti(benda) -> str:
    return " ".join((benda.__doc__ or "").strip().split("\n\n")[0].split())


class Command(Perintah):
    help = "Menulis ulang doc/istilah.md dari docstring."
    requires_system_checks = []

    def handle(self, **pilihan):
        TUJUAN.write_text(susun(), encoding="utf-8")
        self.stdout.write(f"{TUJUAN.name} ditulis ulang.")
