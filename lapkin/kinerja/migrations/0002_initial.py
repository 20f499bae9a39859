
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('berkas', '0001_initial'),
        ('kinerja', '0001_initial'),
        ('organisasi', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='anggaran',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_anggaran', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='anggaran',
            name='penanggung_jawab',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_anggaran', to='organisasi.unitkerja'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='anggaran',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_indikator', to='kinerja.anggaran'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='induk',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bawahan', to='kinerja.indikator'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_indikator', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='penanggung_jawab',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_indikator', to='organisasi.unitkerja'),
        ),
        migrations.AddField(
            model_name='perjanjiankinerja',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_perjanjian', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='perjanjiankinerja',
            name='naskah',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='realisasi',
            name='bukti',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='realisasi',
            name='indikator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_realisasi', to='kinerja.indikator'),
        ),
        migrations.AddField(
            model_name='realisasi',
            name='pengisi',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='realisasilalu',
            name='indikator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_realisasi_lalu', to='kinerja.indikator'),
        ),
        migrations.AddField(
            model_name='sasaran',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sasaran', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='sasaran',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_indikator', to='kinerja.sasaran'),
        ),
        migrations.AddField(
            model_name='anggaran',
            name='sasaran',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_anggaran', to='kinerja.sasaran'),
        ),
        migrations.AddField(
            model_name='target',
            name='indikator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_target', to='kinerja.indikator'),
        ),
        migrations.AddField(
            model_name='target',
            name='perjanjian',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_target', to='kinerja.perjanjiankinerja'),
        ),
        migrations.AddConstraint(
            model_name='perjanjiankinerja',
            constraint=models.UniqueConstraint(fields=('instansi', 'tahun', 'versi'), name='perjanjian_satu_versi', violation_error_message='Versi Perjanjian Kinerja ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='perjanjiankinerja',
            constraint=models.CheckConstraint(condition=models.Q(('versi', 0), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='perjanjian_perubahan_beralasan', violation_error_message='Perubahan Perjanjian Kinerja harus menyebut alasannya.'),
        ),
        migrations.AddConstraint(
            model_name='realisasi',
            constraint=models.UniqueConstraint(fields=('indikator', 'periode'), name='realisasi_sekali', violation_error_message='Realisasi periode ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='realisasilalu',
            constraint=models.UniqueConstraint(fields=('indikator', 'tahun'), name='realisasi_lalu_sekali', violation_error_message='Realisasi tahun ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='sasaran',
            constraint=models.UniqueConstraint(fields=('instansi', 'tahun', 'urutan'), name='sasaran_satu_urutan', violation_error_message='Nomor urut sasaran ini sudah dipakai.'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.UniqueConstraint(fields=('instansi', 'tahun', 'urutan'), name='indikator_satu_urutan', violation_error_message='Nomor urut indikator ini sudah dipakai.'),
        ),
        migrations.AddConstraint(
            model_name='anggaran',
            constraint=models.UniqueConstraint(fields=('instansi', 'tahun', 'urutan'), name='anggaran_satu_urutan', violation_error_message='Nomor urut anggaran ini sudah dipakai.'),
        ),
        migrations.AddConstraint(
            model_name='anggaran',
            constraint=models.CheckConstraint(condition=models.Q(('pagu__gte', 0), ('realisasi__gte', 0)), name='anggaran_tak_negatif', violation_error_message='Pagu dan realisasi tidak boleh negatif.'),
        ),
        migrations.AddConstraint(
            model_name='anggaran',
            constraint=models.CheckConstraint(condition=models.Q(('induk', models.F('id')), _negated=True), name='anggaran_bukan_induk_sendiri', violation_error_message='Baris anggaran tidak dapat menjadi induk dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.UniqueConstraint(fields=('perjanjian', 'indikator'), name='target_sekali', violation_error_message='Target indikator ini sudah ada pada versi PK ini.'),
        ),
    ]
