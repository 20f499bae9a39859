
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('alur', '0002_initial'),
        ('berkas', '0001_initial'),
        ('laporan', '0001_initial'),
        ('organisasi', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='laporan',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_laporan', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='laporan',
            name='pelaksanaan',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='laporan', to='alur.pelaksanaan'),
        ),
        migrations.AddField(
            model_name='narasi',
            name='laporan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_narasi', to='laporan.laporan'),
        ),
        migrations.AddField(
            model_name='narasi',
            name='penulis',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='narasi',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.unitkerja'),
        ),
        migrations.AddField(
            model_name='poinkoreksi',
            name='ditutup_oleh',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='poinkoreksi',
            name='laporan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_poin', to='laporan.laporan'),
        ),
        migrations.AddField(
            model_name='poinkoreksi',
            name='pembuat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='versilaporan',
            name='docx',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='versilaporan',
            name='laporan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_versi', to='laporan.laporan'),
        ),
        migrations.AddField(
            model_name='versilaporan',
            name='pdf',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='versilaporan',
            name='pembuat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='versilaporan',
            name='tugas',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_versi', to='alur.tugas'),
        ),
        migrations.AddField(
            model_name='poinkoreksi',
            name='versi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_poin', to='laporan.versilaporan'),
        ),
        migrations.AddConstraint(
            model_name='laporan',
            constraint=models.UniqueConstraint(condition=models.Q(('pelaksanaan', None)), fields=('instansi', 'tahun', 'sebutan'), name='laporan_bebas_sekali', violation_error_message='Laporan tahun ini sudah dimulai.'),
        ),
        migrations.AddConstraint(
            model_name='narasi',
            constraint=models.UniqueConstraint(condition=models.Q(('unit', None)), fields=('laporan', 'bagian'), name='narasi_sekali', violation_error_message='Narasi bagian ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='narasi',
            constraint=models.UniqueConstraint(condition=models.Q(('unit__isnull', False)), fields=('laporan', 'bagian', 'unit'), name='narasi_sekali_per_unit', violation_error_message='Narasi unit ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='versilaporan',
            constraint=models.UniqueConstraint(fields=('laporan', 'nomor'), name='versi_satu_nomor', violation_error_message='Versi laporan ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='poinkoreksi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ditutup_oleh', None), ('ditutup_pada', None)), models.Q(('ditutup_oleh__isnull', False), ('ditutup_pada__isnull', False)), _connector='OR'), name='poin_tertutup_berpelaku'),
        ),
    ]
