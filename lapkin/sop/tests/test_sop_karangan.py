"""What holds for any SOP, tried on made-up ones."""

from hypothesis import given
from hypothesis import strategies as st

from lapkin.sop.sop import (
    Cara,
    Identitas,
    Jenis,
    Kelengkapan,
    Langkah,
    Output,
    Pekerjaan,
    Peran,
    Sop,
    dari_json,
    ke_json,
)
from lapkin.sop.tampak import setara

teks_cetak = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
peran_karangan = st.lists(teks_cetak.filter(setara), min_size=1, max_size=4, unique_by=setara)


@st.composite
def langkah_karangan(draw, nomor: int, daftar_nama: list[str]) -> Langkah:
    pelaksana = tuple(draw(st.lists(st.sampled_from(daftar_nama), min_size=1, unique=True)))
    daftar_jenis = draw(st.lists(st.sampled_from(Jenis), min_size=1, max_size=4))
    return Langkah(
        kode=f"langkah-{nomor}",
        no=draw(teks_cetak),
        kegiatan=draw(teks_cetak),
        pelaksana=pelaksana,
        pekerjaan=tuple(
            Pekerjaan(
                jenis=jenis,
                oleh=pelaksana,
                cara=draw(st.sampled_from(Cara)) if len(pelaksana) > 1 else Cara.BERURUTAN,
                naskah=draw(st.sampled_from(["", "lkjip", "nota-dinas"])),
            )
            for jenis in daftar_jenis
        ),
        kelengkapan=(Kelengkapan(nama=draw(teks_cetak), dari="luar"),),
        waktu_tercetak=draw(st.sampled_from(["1 jam", "2 Hari", "3 minggu"])),
        output=(Output(nama=draw(teks_cetak), penanda_tangan=draw(st.sampled_from(["", *daftar_nama]))),),
        kembali_ke=tuple(f"langkah-{lain}" for lain in range(nomor) if draw(st.booleans())),
    )


@st.composite
def sop_karangan(draw) -> Sop:
    daftar_nama = draw(peran_karangan)
    return Sop(
        kode="karangan",
        laporan="LKjIP",
        sumber="",
        identitas=Identitas(kop=(draw(teks_cetak),), nomor="", judul=draw(teks_cetak), judul_baku=""),
        peran=tuple(Peran(nama=nama, kunci=f"p{urut}") for urut, nama in enumerate(daftar_nama)),
        langkah=tuple(draw(langkah_karangan(nomor, daftar_nama)) for nomor in range(draw(st.integers(1, 4)))),
    )


@given(sop_karangan())
def test_any_sop_survives_the_round_trip(sop):
    assert dari_json(ke_json(sop)) == sop


@given(sop_karangan())
def test_following_the_rows_visits_each_once_in_order(sop):
    langkah, urutan = sop.pertama(), []
    while langkah:
        urutan.append(langkah)
        langkah = sop.sesudah(langkah.kode)
    assert tuple(urutan) == sop.langkah


@given(sop_karangan())
def test_turns_are_numbered_from_one_and_give_every_worker_his_turn(sop):
    for langkah in sop.langkah:
        tahapan = langkah.tahapan()
        assert [tahap.nomor for tahap in tahapan] == list(range(1, len(tahapan) + 1))
        giliran = {(tahap.jenis, peran) for tahap in tahapan for peran in tahap.daftar_peran}
        assert giliran >= {(p.jenis, peran) for p in langkah.pekerjaan for peran in p.oleh}


@given(sop_karangan())
def test_every_signer_gets_a_turn_to_sign_the_paper(sop):
    for langkah in sop.langkah:
        daftar_naskah = {
            (tahap.daftar_peran, tahap.naskah)
            for tahap in langkah.tahapan()
            if tahap.jenis is Jenis.TANDA_TANGAN and len(tahap.daftar_peran) == 1
        }
        bersama = any(p.jenis is Jenis.TANDA_TANGAN and p.cara is Cara.BERSAMA for p in langkah.pekerjaan)
        for output in langkah.output:
            if output.penanda_tangan and not bersama:
                assert ((output.penanda_tangan,), langkah.pekerjaan[-1].naskah) in daftar_naskah
