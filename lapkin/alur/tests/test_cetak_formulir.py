"""The official form as a file, from the command and from the page of a revision, with the emblem over its kop."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from lapkin.alur import actions
from lapkin.berkas.actions import bekukan
from lapkin.dokumen.tests.test_lambang import png
from lapkin.sop.sop import baca
from lapkin.sop.tests.contoh import SOP

BENIH = sorted((Path(__file__).parents[3] / "sop").glob("*.toml"))


@pytest.mark.parametrize(("akhiran", "awal"), [("pdf", b"%PDF"), ("svg", b"<svg"), ("docx", b"PK")])
def test_the_command_prints_the_form_by_the_name_of_the_file(tmp_path, akhiran, awal):
    keluaran = tmp_path / f"FORM.{akhiran}"

    call_command("sop", "cetak", str(BENIH[0]), "-o", str(keluaran))

    assert keluaran.read_bytes().startswith(awal)


def test_the_command_refuses_in_one_sentence(tmp_path):
    rusak = tmp_path / "rusak.toml"
    rusak.write_text("kode = ")

    with pytest.raises(CommandError, match=r"harus berakhir \.pdf"):
        call_command("sop", "cetak", str(BENIH[0]), "-o", str(tmp_path / "FORM.odt"))
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("sop", "cetak", str(tmp_path / "tidak-ada.toml"), "-o", str(tmp_path / "FORM.pdf"))
    with pytest.raises(CommandError, match="Tulisan TOML tidak terbaca"):
        call_command("sop", "cetak", str(rusak), "-o", str(tmp_path / "FORM.pdf"))


@pytest.mark.parametrize(
    ("akhiran", "tanda"), [("svg", b"data:image/png"), ("docx", b"PK"), ("pdf", b"%PDF")]
)
def test_the_command_puts_the_emblem_over_the_kop(tmp_path, akhiran, tanda):
    lambang, tanpa, dengan = tmp_path / "lambang.png", tmp_path / f"a.{akhiran}", tmp_path / f"b.{akhiran}"
    lambang.write_bytes(png(40, 50))

    call_command("sop", "cetak", str(BENIH[0]), "-o", str(tanpa))
    call_command("sop", "cetak", str(BENIH[0]), "-o", str(dengan), "--lambang", str(lambang))

    assert tanda in dengan.read_bytes()
    assert len(dengan.read_bytes()) > len(tanpa.read_bytes())


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"bukan gambar", "bukan gambar PNG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (png(5000, 1), r"melebihi 4\.000 titik"),
        (b"\x89PNG" + bytes(1_000_001), "melebihi 1 MB"),
        (png(40, 50, titik=b"\0" * 9), "rusak atau terpotong"),
    ],
)
def test_the_command_refuses_an_emblem_in_one_sentence_and_writes_nothing(tmp_path, isi, kalimat):
    lambang, keluaran = tmp_path / "lambang.png", tmp_path / "FORM.pdf"
    lambang.write_bytes(isi)

    with pytest.raises(CommandError, match=kalimat):
        call_command("sop", "cetak", str(BENIH[0]), "-o", str(keluaran), "--lambang", str(lambang))
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("sop", "cetak", str(BENIH[0]), "-o", str(keluaran), "--lambang", str(tmp_path))
    assert not keluaran.exists()


@pytest.mark.django_db
def test_the_svg_taken_from_a_revision_has_the_emblem_of_the_office(client, dinas):
    draf = actions.buat_sop(pegawai=dinas.pengelola, instansi=dinas.instansi, isi=baca(SOP))
    client.force_login(dinas.staf)
    assert b"Lambang daerah" not in client.get(reverse("sop_ekspor", args=[draf.pk, "svg"])).content

    dinas.instansi.lambang = bekukan(isi=png(40, 50), nama="lambang.png", jenis="png")
    dinas.instansi.save()

    assert b"Lambang daerah" in client.get(reverse("sop_ekspor", args=[draf.pk, "svg"])).content
