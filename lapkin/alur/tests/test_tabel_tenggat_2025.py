"""The clock over the year-end of 2025/2026 for the five SOPs, reckoned by hand.

Office hours: Monday to Thursday 07.30-12.00 (270') and 13.00-16.00 (180'); Friday 07.30-11.30 (240') and
13.00-16.30 (210'); 450' a day. A minggu is 5 hari (2250'), a bulan 22 hari (9900').

Days off that count (dates as in the data of the `holidays` library; the SKB 3 Menteri themselves were not read, so
cuti bersama stand as rows that an office edits):
  Kam 25 Des Natal, Kam 1 Jan Tahun Baru, Jum 16 Jan Isra Mikraj, Sel 17 Feb Imlek (national);
  Jum 26 Des and Sen 16 Feb (cuti bersama, HariLibur rows).
So the working days are: Sen 22, Sel 23, Rab 24 Des | Sen 29, Sel 30, Rab 31 Des, Jum 2 Jan | 5-9 Jan | 12-15 Jan |
19-23 Jan | 26-30 Jan | 2-6 Feb | 9-13 Feb | 18-20 Feb | 23-27 Feb.

Each step begins when the one before is due. In the comments, "450 (1150)" is: 450' used that day, 1150' left.
"""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from lapkin.alur.batas import batas_tahun, cadangan, jadwal_mundur
from lapkin.alur.queries import jam_kerja, tenggat_langkah
from lapkin.organisasi.models import HariLibur, Instansi
from lapkin.sop.tests.benih import isi_sop

WIB = ZoneInfo("Asia/Jakarta")
CUTI_BERSAMA = (date(2025, 12, 26), date(2026, 2, 16))


def des(tanggal, jam, menit=0):
    return datetime(2025, 12, tanggal, jam, menit, tzinfo=WIB)


def jan(tanggal, jam, menit=0):
    return datetime(2026, 1, tanggal, jam, menit, tzinfo=WIB)


def feb(tanggal, jam, menit=0):
    return datetime(2026, 2, tanggal, jam, menit, tzinfo=WIB)


TABEL = {
    # Begins Sel 23 Des 14.00.
    "dp3a-kalbar-lkjip": (
        des(23, 14),
        {
            # 10': 14.00-14.10
            "perintah": des(23, 14, 10),
            # 120': Sel 23 14.10-16.00 110 (10); Rab 24 07.30-07.40
            "format": des(24, 7, 40),
            # 60': 07.40-08.40
            "sampaikan-format": des(24, 8, 40),
            # 180': 08.40-11.40
            "himpun": des(24, 11, 40),
            # 1800': Rab 24 20+180=200 (1600); Kam 25 libur, Jum 26 cuti bersama; Sen 29 450 (1150);
            # Sel 30 450 (700); Rab 31 450 (250); Kam 1 libur; Jum 2 240 (10), 13.00-13.10
            "analisis": jan(2, 13, 10),
            # 900': Jum 2 13.10-16.30 200 (700); Sen 5 450 (250); Sel 6 07.30-11.40
            "susun": jan(6, 11, 40),
            # 450': Sel 6 20+180=200 (250); Rab 7 07.30-11.40
            "koreksi": jan(7, 11, 40),
            # 60': Rab 7 11.40-12.00 20 (40); 13.00-13.40
            "ajukan": jan(7, 13, 40),
            # 10', 15', 60' of the same afternoon
            "tanda-tangan": jan(7, 13, 50),
            "surat-pengantar": jan(7, 14, 5),
            "kirim": jan(7, 15, 5),
        },
    ),
    # Begins Sen 1 Des 08.00, the collector of Jambi.
    "jambi-data-kinerja": (
        des(1, 8),
        {
            # 60'
            "siapkan-surat": des(1, 9),
            # 450': Sen 1 09.00-12.00 180 + 180 = 360 (90); Sel 2 07.30-09.00
            "tanda-tangan": des(2, 9),
            # 60'; 120' end with the morning: 12.00, not 13.00
            "nomor": des(2, 10),
            "gandakan": des(2, 12),
            # 1 bulan = 9900': Sel 2 180 (9720); 3-5 Des 3x450 (8370); 8-12 Des 5x450 (6120); 15-19 Des (3870);
            # 22-24 Des 3x450 (2520); Kam 25 and Jum 26 off; 29-31 Des (1170); Kam 1 off; Jum 2 (720);
            # Sen 5 (270); Sel 6 the morning. Before the 10th, so the printed last day does not bind.
            "tunggu-data": jan(6, 12),
            # 4500': Sel 6 180 (4320); 7-9 Jan (2970); 12-15 Jan (1170); Jum 16 off; Sen 19 (720); Sel 20 (270);
            # Rab 21 the morning
            "analisis-pemenuhan": jan(21, 12),
            # 4500': Rab 21 180 (4320); 22-23 Jan (3420); 26-30 Jan (1170); Sen 2 Feb (720); Sel 3 (270); Rab 4
            "reviu": feb(4, 12),
            # 1800': Rab 4 180 (1620); Kam 5 (1170); Jum 6 (720); Sen 9 (270); Sel 10 the morning
            "analisis": feb(10, 12),
            # 450': Sel 10 180 (270); Rab 11 the morning
            "surat-reviu": feb(11, 12),
            # 120': 13.00-15.00
            "arsip": feb(11, 15),
        },
    ),
    # Begins Rab 24 Des 15.45, a quarter of an hour before the long weekend.
    "kominfo-kalbar-lakip": (
        des(24, 15, 45),
        {
            # 30': Rab 24 15 (15); Kam 25, Jum 26, Sab, Min off; Sen 29 07.30-07.45
            "arahan": des(29, 7, 45),
            # 900': Sen 29 435 (465); Sel 30 450 (15); Rab 31 07.45
            "sk-tim": des(31, 7, 45),
            # 450': Rab 31 435 (15); Kam 1 off; Jum 2 07.45
            "rapat": jan(2, 7, 45),
            # 2250': Jum 2 435 (1815); 5-8 Jan 4x450 (15); Jum 9 07.45
            "inventarisasi": jan(9, 7, 45),
            # 4500': Jum 9 435 (4065); 12-15 Jan (2265); Jum 16 off; 19-23 Jan (15); Sen 26 07.45
            "susun": jan(26, 7, 45),
            # 360': Sen 26 07.45-12.00 255 (105); 13.00-14.45
            "pembahasan": jan(26, 14, 45),
            # 1350': Sen 26 75 (1275); Sel 27 450 (825); Rab 28 450 (375); Kam 29 270 (105); 13.00-14.45
            "perbaikan": jan(29, 14, 45),
            # 60'; 60': Kam 29 15 (45), Jum 30 07.30-08.15; 60'
            "paraf-kasubbag": jan(29, 15, 45),
            "paraf-sekretaris": jan(30, 8, 15),
            "tanda-tangan": jan(30, 9, 15),
            # 450': Jum 30 09.15-11.30 135 + 210 = 345 (105); Sen 2 Feb 07.30-09.15
            "arsip": feb(2, 9, 15),
        },
    ),
    # Begins Sel 30 Des 13.00.
    "biro-organisasi-kalbar-lkj": (
        des(30, 13),
        {
            # 60'; 120' end with the day: 16.00, not the next morning
            "terima-disposisi": des(30, 14),
            "bentuk-tim": des(30, 16),
            # 2 minggu = 4500': Rab 31 450 (4050); Kam 1 off; Jum 2 (3600); 5-9 Jan (1350); Sen 12 (900);
            # Sel 13 (450); Rab 14 to closing time
            "kumpulkan-data": jan(14, 16),
            # 450': Kam 15 to closing time
            "kompilasi": jan(15, 16),
            # 60': Jum 16 off, Sab, Min; Sen 19 07.30-08.30; then 60', 30', 5'
            "paraf": jan(19, 8, 30),
            "tanda-tangan": jan(19, 9, 30),
            "perintah-kirim": jan(19, 10),
            "kirim": jan(19, 10, 5),
        },
    ),
    # Begins Rab 31 Des 15.58, two minutes before the year's last closing time.
    "inspektorat-landak-lkjip": (
        des(31, 15, 58),
        {
            # 5': Rab 31 2 (3); Kam 1 off; Jum 2 07.33; then 5' and 120'
            "perintah": jan(2, 7, 33),
            "agenda": jan(2, 7, 38),
            "rapat": jan(2, 9, 38),
            # 3600': Jum 2 09.38-11.30 112 + 210 = 322 (3278); 5-9 Jan 2250 (1028); Sen 12 (578); Sel 13 (128);
            # Rab 14 07.30-09.38
            "draf-bidang": jan(14, 9, 38),
            # 4500': Rab 14 142+180=322 (4178); Kam 15 (3728); Jum 16 off; 19-23 Jan (1478); Sen 26 (1028);
            # Sel 27 (578); Rab 28 (128); Kam 29 09.38
            "rekap": jan(29, 9, 38),
            # 5400': Kam 29 322 (5078); Jum 30 (4628); 2-6 Feb (2378); 9-13 Feb (128); Sen 16, Sel 17 off;
            # Rab 18 07.30-09.38
            "koreksi-kasubbag": feb(18, 9, 38),
            # 60', 60', 5'
            "koreksi-sekretaris": feb(18, 10, 38),
            "tanda-tangan": feb(18, 11, 38),
            "perintah-gandakan": feb(18, 11, 43),
            # 450': Rab 18 17+180=197 (253); Kam 19 07.30-11.43
            "arsip": feb(19, 11, 43),
        },
    ),
}

# Counted back: when each step must begin at the latest. None: nothing limits it.
MUNDUR = {
    # To Sab 28 Feb, so to closing time of Jum 27 Feb, 16.30.
    "dp3a-kalbar-lkjip": {
        # 60', 15', 10', 60' of Friday afternoon
        "kirim": feb(27, 15, 30),
        "surat-pengantar": feb(27, 15, 15),
        "tanda-tangan": feb(27, 15, 5),
        "ajukan": feb(27, 14, 5),
        # 450': Jum 27 65+240=305 (145); Kam 26 16.00 less 145'
        "koreksi": feb(26, 13, 35),
        # 900': Kam 26 35+270=305 (595); Rab 25 450 (145); Sel 24 16.00 less 145'
        "susun": feb(24, 13, 35),
        # 1800': Sel 24 305 (1495); Sen 23 (1045); Jum 20 (595); Kam 19 (145); Rab 18 16.00 less 145'
        "analisis": feb(18, 13, 35),
        # 180': Rab 18 35 (145); 12.00 less 145'
        "himpun": feb(18, 9, 35),
        # 60'
        "sampaikan-format": feb(18, 8, 35),
        # 120': Rab 18 65 (55); Sel 17 and Sen 16 off; Jum 13 16.30 less 55'
        "format": feb(13, 15, 35),
        "perintah": feb(13, 15, 25),
    },
    # The collection ends Sab 10 Jan, so at closing time of Jum 9 Jan; nothing limits what follows it.
    "jambi-data-kinerja": {
        # 60': Kam 4 Des, before 13.00: 12.00 less 60'
        "siapkan-surat": des(4, 11),
        # 450': Jum 5 13.00-13.30 30 + 240 = 270 (180); Kam 4 16.00 less 180'
        "tanda-tangan": des(4, 13),
        # 60'
        "nomor": des(5, 13, 30),
        # 120': Jum 5 16.30 less 120'
        "gandakan": des(5, 14, 30),
        # 22 whole days: 9-5 Jan (5), 2 Jan (6), 31-29 Des (9), 24-22 Des (12), 19-15 Des (17), 12-8 Des (22)
        "tunggu-data": des(8, 7, 30),
        **dict.fromkeys(["analisis-pemenuhan", "reviu", "analisis", "surat-reviu", "arsip"]),
    },
}


@pytest.fixture
def kantor(db):
    instansi = Instansi.objects.create(kode="kantor", nama="Kantor")
    HariLibur.objects.bulk_create(
        HariLibur(instansi=instansi, tanggal=hari, nama="Cuti bersama") for hari in CUTI_BERSAMA
    )
    return instansi


@pytest.mark.parametrize("kode", sorted(TABEL))
def test_each_step_of_an_sop_is_due_when_the_hand_reckoning_says(kode, kantor):
    kasus = SimpleNamespace(instansi=kantor, tahun=2025)
    mulai, harapan = TABEL[kode]
    didapat = {}
    for langkah in isi_sop(kode).daftar_langkah_kerja:
        _, didapat[langkah.kode] = tenggat_langkah(kasus, langkah, mulai)
        mulai = didapat[langkah.kode]
    assert didapat == harapan


def test_a_collection_begun_too_late_for_its_month_is_due_on_the_printed_last_day(kantor):
    # Jum 12 Des 10.00, 9900': Jum 12 90+210=300 (9600); 15-19 Des (7350); 22-24 Des (6000); 29-31 Des (4650);
    # Jum 2 (4200); 5-9 Jan (1950): not done by Sab 10 Jan, the last day before the 11th.
    langkah = isi_sop("jambi-data-kinerja").cari("tunggu-data")
    kasus = SimpleNamespace(instansi=kantor, tahun=2025)
    assert tenggat_langkah(kasus, langkah, des(12, 10))[1] == jan(11, 0) - timedelta(microseconds=1)


@pytest.mark.parametrize("kode", sorted(MUNDUR))
def test_each_step_must_begin_when_the_hand_reckoning_says(kode, kantor):
    jenis = "penghimpun" if kode.startswith("jambi") else "pd"
    kalender = jam_kerja(kantor, range(2025, 2028))
    jadwal = jadwal_mundur(isi_sop(kode), 2025, batas_tahun(jenis, 2025), kalender)
    assert {titik.langkah: titik.mulai for titik in jadwal.daftar_titik} == MUNDUR[kode]
    assert jadwal.mulai == MUNDUR[kode][isi_sop(kode).pertama().kode]


def test_what_is_to_spare_is_counted_in_working_time_up_to_the_latest_begin(kantor):
    kalender = jam_kerja(kantor, range(2025, 2028))
    jadwal = jadwal_mundur(isi_sop("dp3a-kalbar-lkjip"), 2025, batas_tahun("pd", 2025), kalender)
    # `susun` (900') must begin Sel 24 Feb 13.35. Opened Sel 24 Feb 07.30: 270+35 = 305' to spare.
    assert cadangan(jadwal, "susun", 0, feb(24, 7, 30), kalender) == 305
    # After 450' of it, at Sel 24 Feb 16.00: 450' are left, to be begun Kam 26 Feb 13.35 less 450' = Rab 25 Feb 13.35,
    # which is 270+35 = 305' later.
    assert cadangan(jadwal, "susun", 450, feb(24, 16), kalender) == 305
    # Not begun by Rab 25 Feb 13.35: a whole day too late.
    assert cadangan(jadwal, "susun", 0, feb(25, 13, 35), kalender) == -450
