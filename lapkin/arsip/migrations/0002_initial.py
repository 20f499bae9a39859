
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('arsip', '0001_initial'),
        ('berkas', '0001_initial'),
        ('organisasi', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='arsip',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_arsip', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='arsip',
            name='pengarsip',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='arsip',
            name='klasifikasi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_arsip', to='arsip.klasifikasi'),
        ),
        migrations.AddField(
            model_name='pengiriman',
            name='daftar_berkas',
            field=models.ManyToManyField(related_name='daftar_pengiriman', to='berkas.berkas'),
        ),
        migrations.AddField(
            model_name='pengiriman',
            name='instansi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pengiriman', to='organisasi.instansi'),
        ),
        migrations.AddField(
            model_name='pengiriman',
            name='pengirim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pengiriman',
            name='tanda_terima',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas'),
        ),
        migrations.AddConstraint(
            model_name='arsip',
            constraint=models.UniqueConstraint(fields=('instansi', 'berkas', 'objek'), name='arsip_sekali', violation_error_message='Berkas ini sudah diarsipkan.'),
        ),
        migrations.AddConstraint(
            model_name='pengiriman',
            constraint=models.CheckConstraint(condition=models.Q(('diterima_pada', None), models.Q(('penerima', ''), _negated=True), _connector='OR'), name='pengiriman_diterima_bernama', violation_error_message='Tanda terima harus menyebut nama penerima.'),
        ),
    ]
