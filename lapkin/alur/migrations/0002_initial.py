
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('alur', '0001_initial'),
        ('berkas', '0001_initial'),
        ('organisasi', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='kelengkapan',
            name='diisi_oleh',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='output',
            name='berkas',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='pelaksanaan',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pelaksanaan', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='pelaksanaan',
            name='pembuat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='output',
            name='pelaksanaan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_output', to='alur.pelaksanaan'),
        ),
        migrations.AddField(
            model_name='peran',
            name='jabatan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peran', to='organisasi.jabatan'),
        ),
        migrations.AddField(
            model_name='peran',
            name='tim',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peran', to='organisasi.tim'),
        ),
        migrations.AddField(
            model_name='pelaksanaan',
            name='revisi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pelaksanaan', to='alur.revisisop'),
        ),
        migrations.AddField(
            model_name='sop',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_sop', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='revisisop',
            name='sop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_revisi', to='alur.sop'),
        ),
        migrations.AddField(
            model_name='peran',
            name='sop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_peran', to='alur.sop'),
        ),
        migrations.AddField(
            model_name='pelaksanaan',
            name='sop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pelaksanaan', to='alur.sop'),
        ),
        migrations.AddField(
            model_name='tugas',
            name='dilihat_oleh',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tugas',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='tugas',
            name='jabatan',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas', to='organisasi.jabatan'),
        ),
        migrations.AddField(
            model_name='tugas',
            name='pelaksanaan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas', to='alur.pelaksanaan'),
        ),
        migrations.AddField(
            model_name='tugas',
            name='pelaku',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas_dikerjakan', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tugas',
            name='tim',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas', to='organisasi.tim'),
        ),
        migrations.AddField(
            model_name='tugas',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tugas', to='organisasi.unitkerja'),
        ),
        migrations.AddField(
            model_name='output',
            name='tugas',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_output', to='alur.tugas'),
        ),
        migrations.AddField(
            model_name='kelengkapan',
            name='tugas',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kelengkapan', to='alur.tugas'),
        ),
        migrations.AddConstraint(
            model_name='sop',
            constraint=models.UniqueConstraint(fields=('instansi', 'kode'), name='sop_satu_kode', violation_error_message='SOP dengan kode ini sudah ada di instansi ini.'),
        ),
        migrations.AddConstraint(
            model_name='revisisop',
            constraint=models.UniqueConstraint(fields=('sop', 'urutan'), name='revisi_satu_urutan'),
        ),
        migrations.AddConstraint(
            model_name='revisisop',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'berlaku')), fields=('sop',), name='satu_revisi_berlaku', violation_error_message='SOP ini sudah mempunyai revisi yang berlaku.'),
        ),
        migrations.AddConstraint(
            model_name='peran',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jabatan', None), ('tim__isnull', False)), models.Q(('jabatan__isnull', False), ('tim', None)), _connector='OR'), name='peran_jabatan_atau_tim', violation_error_message='Peran diikat pada satu jabatan atau satu tim.'),
        ),
        migrations.AddConstraint(
            model_name='peran',
            constraint=models.UniqueConstraint(fields=('sop', 'nama', 'jabatan'), name='peran_sekali_per_jabatan'),
        ),
        migrations.AddConstraint(
            model_name='peran',
            constraint=models.UniqueConstraint(fields=('sop', 'nama', 'tim'), name='peran_sekali_per_tim'),
        ),
        migrations.AddConstraint(
            model_name='pelaksanaan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'berjalan')), fields=('sop', 'tahun'), name='satu_pelaksanaan_berjalan', violation_error_message='SOP ini sedang dijalankan untuk tahun tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='pelaksanaan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('selesai_pada', None), ('status', 'berjalan')), models.Q(models.Q(('status', 'berjalan'), _negated=True), ('selesai_pada__isnull', False)), _connector='OR'), name='pelaksanaan_selesai_bertanggal'),
        ),
        migrations.AddIndex(
            model_name='tugas',
            index=models.Index(fields=['status', 'jabatan'], name='alur_tugas_status_b071e3_idx'),
        ),
        migrations.AddIndex(
            model_name='tugas',
            index=models.Index(fields=['status', 'tim'], name='alur_tugas_status_6b506f_idx'),
        ),
        migrations.AddIndex(
            model_name='tugas',
            index=models.Index(fields=['pelaksanaan', 'langkah', 'putaran'], name='alur_tugas_pelaksa_76c457_idx'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.UniqueConstraint(condition=models.Q(('jabatan__isnull', False), ('status', 'terbuka')), fields=('pelaksanaan', 'langkah', 'tahap', 'jabatan', 'penghimpun'), name='satu_tugas_terbuka_jabatan', violation_error_message='Tugas ini sudah terbuka bagi jabatan tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'terbuka'), ('tim__isnull', False)), fields=('pelaksanaan', 'langkah', 'tahap', 'tim', 'penghimpun'), name='satu_tugas_terbuka_tim', violation_error_message='Tugas ini sudah terbuka bagi tim tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jabatan', None), ('tim__isnull', False)), models.Q(('jabatan__isnull', False), ('tim', None)), _connector='OR'), name='tugas_jabatan_atau_tim'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ditutup_pada', None), ('status', 'terbuka')), models.Q(models.Q(('status', 'terbuka'), _negated=True), ('ditutup_pada__isnull', False)), _connector='OR'), name='tugas_tertutup_bertanggal'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.CheckConstraint(condition=models.Q(('catatan', ''), ('status', 'dikembalikan'), _negated=True), name='pengembalian_bercatatan', violation_error_message='Pengembalian harus disertai catatan.'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.CheckConstraint(condition=models.Q(('catatan', ''), ('status', 'ditutup'), _negated=True), name='penutupan_bercatatan', violation_error_message='Penutupan tanpa isian harus disertai alasan.'),
        ),
        migrations.AddConstraint(
            model_name='tugas',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['terbuka', 'dibatalkan']), ('penghimpun', True), ('pelaku__isnull', False), _connector='OR'), name='tugas_tertutup_berpelaku'),
        ),
        migrations.AddIndex(
            model_name='output',
            index=models.Index(fields=['pelaksanaan', 'langkah', 'putaran'], name='alur_output_pelaksa_125a64_idx'),
        ),
        migrations.AddConstraint(
            model_name='kelengkapan',
            constraint=models.UniqueConstraint(fields=('tugas', 'nama'), name='kelengkapan_sekali', violation_error_message='Kelengkapan ini sudah diisi.'),
        ),
        migrations.AddConstraint(
            model_name='kelengkapan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alasan', ''), ('berkas__isnull', False)), models.Q(('berkas', None), models.Q(('alasan', ''), _negated=True)), _connector='OR'), name='kelengkapan_berkas_atau_alasan', violation_error_message='Kelengkapan diisi berkas atau alasan mengapa tidak ada.'),
        ),
    ]
