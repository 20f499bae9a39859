
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('alur', '0002_initial'),
        ('berkas', '0001_initial'),
        ('naskah', '0001_initial'),
        ('organisasi', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='agenda',
            name='diambil_oleh',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='naskah',
            name='bernomor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_naskah', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='konsep',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='konsep_docx',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='pelaksanaan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_naskah', to='alur.pelaksanaan'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='pembuat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_naskah_dibuat', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='naskah',
            name='penanda_tangan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_naskah_ditandatangani', to='organisasi.jabatan'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='sah',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='naskah',
            name='tugas',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_naskah', to='alur.tugas'),
        ),
        migrations.AddField(
            model_name='agenda',
            name='naskah',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='naskah.naskah'),
        ),
        migrations.AddField(
            model_name='paraf',
            name='berkas_dibaca',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_paraf', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='paraf',
            name='pegawai',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='paraf',
            name='tugas',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_paraf', to='alur.tugas'),
        ),
        migrations.AddField(
            model_name='register',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_register', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='agenda',
            name='register',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_agenda', to='naskah.register'),
        ),
        migrations.AddField(
            model_name='tandatangan',
            name='berkas_dibaca',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tanda_tangan', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='tandatangan',
            name='berkas_hasil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='tandatangan',
            name='pegawai',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tandatangan',
            name='tugas',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tanda_tangan', to='alur.tugas'),
        ),
        migrations.AddConstraint(
            model_name='naskah',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sah', None), ('status', 'konsep')), models.Q(('sah__isnull', False), ('status', 'ditandatangani')), _connector='OR'), name='naskah_sah_berberkas'),
        ),
        migrations.AddConstraint(
            model_name='paraf',
            constraint=models.UniqueConstraint(fields=('berkas_dibaca', 'tugas'), name='paraf_sekali', violation_error_message='Berkas ini sudah diparaf pada tugas ini.'),
        ),
        migrations.AddConstraint(
            model_name='paraf',
            constraint=models.UniqueConstraint(condition=models.Q(('tugas', None)), fields=('berkas_dibaca', 'pegawai'), name='paraf_sekali_tanpa_tugas', violation_error_message='Anda sudah memaraf berkas ini.'),
        ),
        migrations.AddConstraint(
            model_name='register',
            constraint=models.UniqueConstraint(fields=('instansi', 'buku', 'klasifikasi', 'tahun'), name='register_satu_deret'),
        ),
        migrations.AddConstraint(
            model_name='agenda',
            constraint=models.UniqueConstraint(fields=('register', 'urut'), name='agenda_satu_nomor', violation_error_message='Nomor ini sudah dipakai.'),
        ),
        migrations.AddConstraint(
            model_name='tandatangan',
            constraint=models.UniqueConstraint(fields=('berkas_dibaca', 'tugas'), name='tanda_tangan_sekali', violation_error_message='Berkas ini sudah ditandatangani pada tugas ini.'),
        ),
        migrations.AddConstraint(
            model_name='tandatangan',
            constraint=models.UniqueConstraint(condition=models.Q(('tugas', None)), fields=('berkas_dibaca', 'pegawai'), name='tanda_tangan_sekali_tanpa_tugas', violation_error_message='Anda sudah menandatangani berkas ini.'),
        ),
        migrations.AddConstraint(
            model_name='tandatangan',
            constraint=models.CheckConstraint(condition=models.Q(('berkas_dibaca', models.F('berkas_hasil')), _negated=True), name='tanda_tangan_berhasil_lain', violation_error_message='Pindaian harus berbeda dari berkas yang dicetak.'),
        ),
    ]
