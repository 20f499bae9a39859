"""The rules of doc/arsitektur.md that the imports and the shape of the code can show."""

import ast
import re
from collections import deque
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.pohon import daftar_impor, daftar_python, nama_modul, uraikan

DJANGO = {"django", "allauth", "csp", "django_htmx", "whitenoise"}
NAMA_DJANGO = {
    "models", "queries", "actions", "views", "forms", "urls", "admin", "apps", "tasks", "adapters",
    "context_processors", "backends",
}  # fmt: skip
FOLDER_DJANGO = {"migrations", "management", "tests", "langkah", "actions", "models", "queries", "views"}
RUANG_MURNI = {"bahasa", "dokumen", "sop"}
KODE = daftar_python("lapkin")
SEMUA = daftar_python("lapkin", "tests", "bench", "bin")


def boleh_django(berkas: Path) -> bool:
    """Whether a file has one of Django's names, or lies directly under lapkin/ or in such a folder and no pure room."""
    if berkas.parts[1] in RUANG_MURNI:
        return False
    return (
        berkas.stem in NAMA_DJANGO
        or len(berkas.parts) == 2
        or not FOLDER_DJANGO.isdisjoint(berkas.parts[:-1])
    )


def mengimpor_django(berkas: Path) -> bool:
    return any(nama.split(".")[0] in DJANGO for nama, _ in daftar_impor(berkas))


def di_tempat(berkas: Path, simpul: ast.AST) -> str:
    return f"{berkas}:{simpul.lineno}"


def jalan_ke_django(berkas: Path) -> list[str] | None:
    """The shortest chain of imports from a file to one that imports Django; None where there is none."""
    modul = {nama_modul(b): b for b in KODE}
    antrean = deque([[berkas]])
    terlihat = {berkas}
    while antrean:
        jalan = antrean.popleft()
        if mengimpor_django(jalan[-1]):
            return [str(b) for b in jalan]
        for nama, _ in daftar_impor(jalan[-1]):
            if (tetangga := modul.get(nama)) and tetangga not in terlihat:
                terlihat.add(tetangga)
                antrean.append([*jalan, tetangga])
    return None


def test_pure_files_do_not_reach_django():
    murni = [berkas for berkas in KODE if not boleh_django(berkas)]
    assert not [" -> ".join(jalan) for berkas in murni if (jalan := jalan_ke_django(berkas))]


def test_the_page_on_architecture_names_every_pure_file_of_a_room():
    pohon = Path("doc/arsitektur.md").read_text(encoding="utf-8").split("```")[1]
    daftar_pola = re.findall(r"[\w*]+\.py", pohon)
    murni = [b for b in KODE if len(b.parts) == 3 and b.stem != "__init__" and not boleh_django(b)]
    assert not [str(b) for b in murni if not any(fnmatch(b.name, pola) for pola in daftar_pola)]
    disebut = {b.name for b in SEMUA}
    assert not [pola for pola in daftar_pola if not any(fnmatch(nama, pola) for nama in disebut)]


def test_imports_stand_at_the_top_of_a_file():
    def di_dalam_fungsi(berkas: Path) -> Iterator[str]:
        for fungsi in ast.walk(uraikan(berkas)):
            if isinstance(fungsi, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                impor = (s for s in ast.walk(fungsi) if isinstance(s, ast.Import | ast.ImportFrom))
                yield from (di_tempat(berkas, simpul) for simpul in impor)

    assert not [tempat for berkas in SEMUA for tempat in di_dalam_fungsi(berkas)]


def test_views_are_functions():
    def kelas_tampilan(berkas: Path) -> Iterator[str]:
        for nama, baris in daftar_impor(berkas):
            if nama.startswith("django.views.generic") or nama == "django.views.View":
                yield f"{berkas}:{baris}"
        for simpul in ast.walk(uraikan(berkas)):
            if isinstance(simpul, ast.Attribute) and simpul.attr == "as_view":
                yield di_tempat(berkas, simpul)

    assert not [tempat for berkas in KODE for tempat in kelas_tampilan(berkas)]


def test_nothing_listens_to_signals():
    def sinyal(nama: str) -> bool:
        return nama.startswith("django.dispatch") or "signals" in nama.split(".")

    assert not [
        f"{berkas}:{baris} {nama}" for berkas in KODE for nama, baris in daftar_impor(berkas) if sinyal(nama)
    ]


def test_save_is_overridden_in_the_one_place_that_refuses():
    def penimpaan(berkas: Path) -> Iterator[ast.FunctionDef]:
        for kelas in ast.walk(uraikan(berkas)):
            if isinstance(kelas, ast.ClassDef):
                yield from (f for f in kelas.body if isinstance(f, ast.FunctionDef) and f.name == "save")

    assert {str(b) for b in KODE for _ in penimpaan(b)} <= {"lapkin/hanya_tambah.py"}


def test_no_generic_foreign_keys():
    def daftar_nama(berkas: Path) -> Iterator[str]:
        return (nama.split(".")[-1] for nama, _ in daftar_impor(berkas))

    terlarang = {"GenericForeignKey", "GenericRelation"}
    assert not [str(berkas) for berkas in KODE if not terlarang.isdisjoint(daftar_nama(berkas))]


def test_no_figure_becomes_a_float():
    def panggilan_float(berkas: Path) -> Iterator[str]:
        for simpul in ast.walk(uraikan(berkas)):
            if (
                isinstance(simpul, ast.Call)
                and isinstance(simpul.func, ast.Name)
                and simpul.func.id == "float"
            ):
                yield di_tempat(berkas, simpul)

    angka = [b for b in KODE if b.parts[1] in {"bahasa", "kinerja", "laporan"} and "tests" not in b.parts]
    assert not [tempat for berkas in angka for tempat in panggilan_float(berkas)]


def test_no_file_is_called_utils():
    assert not [str(b) for b in SEMUA if b.stem in {"utils", "util", "helpers", "common", "misc"}]


def test_what_the_acts_of_a_room_export_is_acts_with_named_arguments():
    """Reads live in queries. Locks and checks that an act asks first, classes and constants are no acts.

    `catat_di` writes the event of the rooms' acts; `semua_rencana` is what a run of the timer would do.
    """
    bagian_akta = {"catat_di", "semua_rencana"}

    def bukan_akta(fungsi: ast.FunctionDef) -> bool:
        return bool(fungsi.args.posonlyargs or fungsi.args.args or not fungsi.args.kwonlyargs)

    daftar_akta = {
        (pintu, fungsi.name): fungsi
        for pintu in KODE
        if pintu.parts[-2:] == ("actions", "__init__.py")
        for fungsi in _fungsi_terekspor(pintu)
        if not fungsi.name.startswith(("kunci", "pastikan")) and fungsi.name not in bagian_akta
    }
    assert {pintu.parts[1] for pintu, _ in daftar_akta} >= {"alur", "kinerja", "organisasi", "pengingat"}
    assert not [f"{pintu}: {nama}" for (pintu, nama), fungsi in daftar_akta.items() if bukan_akta(fungsi)]


def _fungsi_terekspor(pintu: Path) -> Iterator[ast.FunctionDef]:
    """The functions that the door of a package names, from its own files or from another room."""
    for impor in uraikan(pintu).body:
        if isinstance(impor, ast.ImportFrom):
            asal = pintu.parent / f"{impor.module}.py"
            nama = {satu.name for satu in impor.names}
            yield from (f for f in uraikan(asal).body if isinstance(f, ast.FunctionDef) and f.name in nama)
