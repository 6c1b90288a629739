// The settings of the company, each field saved by itself.
import { useTranslation } from 'react-i18next';
import { api, ifMatch, queries, versioned, type Schemas } from '~/api';
import fields from '~/platform/fields.module.css';
import { Loaded } from '~/platform/Loaded';
import { useSaveField, type OneRecord } from '~/platform/record';
import { SavedSelect, SavedText } from '~/platform/SavedField';
import { SettingsPage } from '~/platform/settings';
import { currencies, zones } from '~/platform/world';
import { currentLanguage, languages } from '~/texts';
import { Card } from '~/ui/layout/Card';

type Company = Schemas['company.Settings'];

const address = '/api/v1/company';
const record: OneRecord<Company> = {
  lane: 'company',
  shown: queries.queryOptions('get', address).queryKey,
  read: () => versioned(api.GET(address)),
  write: (version, body) => versioned(api.PUT(address, { params: { header: ifMatch(version) }, body })),
};

function useSave() {
  const { t } = useTranslation('company');
  const save = useSaveField(record);
  return (field: keyof Company, value: string, before: string) =>
    save({ field, value, before, label: t(field), says: t('changed', { field: t(field) }), told: String });
}

export function CompanyPage() {
  const { t } = useTranslation('company');
  const query = queries.useQuery('get', address);
  const save = useSave();
  return (
    <SettingsPage title={t('title')}>
      <Loaded query={query}>
        {(company) => (
          <Card title={t('title')} note={t('note')}>
            <div className={fields.fields}>
              <SavedText label={t('name')} value={company.name} onSave={(value, from) => save('name', value, from)} />
              <div className={fields.pair}>
                <SavedSelect
                  label={t('zone')}
                  hint={t('zoneHint')}
                  value={company.zone}
                  options={zones()}
                  onSave={(value) => save('zone', value, company.zone)}
                />
                <SavedSelect
                  label={t('currency')}
                  hint={t('currencyHint')}
                  value={company.currency}
                  options={currencies(currentLanguage())}
                  onSave={(value) => save('currency', value, company.currency)}
                />
              </div>
              <SavedSelect
                label={t('language')}
                hint={t('languageHint')}
                value={company.language}
                options={languages.map((id) => ({ value: id, label: t(`languages.${id}`) }))}
                onSave={(value) => save('language', value, company.language)}
              />
            </div>
          </Card>
        )}
      </Loaded>
    </SettingsPage>
  );
}
