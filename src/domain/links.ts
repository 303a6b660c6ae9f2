/** Parameters that tell how a link was shared, not what it leads to. */
const TRACKING =
  /^(utm_.*|spm.*|share.*|sharer.*|shared.*|from|from_.*|fr|ref|refer|referer|source|sourcetype|src|scene|timestamp|ts|_t|t_stamp|isappinstalled|wx.*|xsec_.*|xhsshare|app.*|appuid|author_share|vd_source|buvid|is_story_h5|plat_id|tt_from|device_.*|clicktime|enterid|nsukey|pass_ticket|gw|u_code|previous_page|enter_from|mid_share|is_from_webapp|luicode|lfid|featurecode|weibo_id_from|display|retcode)$/i

/** Hosts that are the same place under another name, and the mobile twins of the usual platforms. */
const SAME_HOST: Readonly<Record<string, string>> = {
  'weibo.cn': 'weibo.com',
  'iesdouyin.com': 'douyin.com',
  'gifshow.com': 'kuaishou.com',
  'bilibili.cn': 'bilibili.com',
}

/**
 * What a link leads to, in one spelling: without scheme, fragment, tracking parameters and trailing slash, the host in
 * small letters and without `www.` or the mobile prefix, the parameters in order. Two posts are the same post when this
 * is the same. Null for what no browser opens.
 */
export function linkKey(link: string): string | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const bare = url.hostname.replace(/^(?:(?:www|m|wap|mobile|h5|3g|touch)\.(?=[^.]+\.))+/, '')
  const host = SAME_HOST[bare] ?? bare
  const port = url.port === '' ? '' : `:${url.port}`
  const path = url.pathname.replace(/^(?:\/share(?=\/))+/, '').replace(/\/+$/, '')
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  // Encoded again: a value that was written out plainly would be read as something else the next time.
  const query = kept
    .map((pair) => new URLSearchParams([pair]).toString())
    .sort()
    .join('&')
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}`
}
