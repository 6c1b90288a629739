// The settings of the company, each field saved by itself.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, queries, versioned, versionSeen, type Schemas, type Versioned } from '~/api';
import { useEdit } from '~/platform/edit';
import fields from '~/platform/fields.module.css';
import { Loaded } from '~/platform/Loaded';
import { SavedSelect, SavedText } from '~/platform/SavedField';
import { SettingsPage } from '~/platform/settings';
import { currencies, zones } from '~/platform/world';
import { currentLanguage, languages } from '~/texts';
import { Card } from '~/ui/layout/Card';

type Company = Schemas['company.Settings'];
type Field = keyof Company;

const address = '/api/v1/company';
const companyQuery = queries.queryOptions('get', address);
const read = (): Promise<Versioned<Company>> => versioned(api.GET(address));

function write(version: number, body: Company) {
  return versioned(api.PUT(address, { params: { header: ifMatch(version) }, body }));
}

// Puts one field on top of what is there now.
async function writeField(field: Field, value: string) {
  const now = await read();
  return write(now.version, { ...now.value, [field]: value });
}

function useSaveField(company: Company | undefined) {
  const { t } = useTranslation('company');
  const cache = useQueryClient();
  const edit = useEdit();
  return async (field: Field, value: string, before = company?.[field]) => {
    if (!company || before === undefined) return null;
    return edit({
      says: t('changed', { field: t(field) }),
      shows: [companyQuery.queryKey],
      lane: 'company',
      optimistic: () => {
        cache.setQueryData<Company>(companyQuery.queryKey, { ...company, [field]: value });
      },
      // What somebody else made of this field while it was being typed is a conflict too.
      send: () =>
        write(company[field] === before ? versionSeen(address) : 0, { ...company, [field]: value }),
      undo: () => writeField(field, before),
      clash: {
        field: t(field),
        before,
        mine: value,
        theirs: async () => (await read()).value[field],
        keepMine: () => writeField(field, value),
      },
    });
  };
}

export function CompanyPage() {
  const { t } = useTranslation('company');
  const query = queries.useQuery('get', address);
  const save = useSaveField(query.data);
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
                  onSave={(value) => save('zone', value)}
                />
                <SavedSelect
                  label={t('currency')}
                  hint={t('currencyHint')}
                  value={company.currency}
                  options={currencies(currentLanguage())}
                  onSave={(value) => save('currency', value)}
                />
              </div>
              <SavedSelect
                label={t('language')}
                hint={t('languageHint')}
                value={company.language}
                options={languages.map((id) => ({ value: id, label: t(`languages.${id}`) }))}
                onSave={(value) => save('language', value)}
              />
            </div>
          </Card>
        )}
      </Loaded>
    </SettingsPage>
  );
}
