/** The page that asks to sign in; also what the bad attachment really answers. `up` leads to the site's root. */
export function loginPage(up: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>统一身份认证</title><link rel="stylesheet" href="${up}style/login.css"></head>
<body class="login"><form onsubmit="return false"><h1>统一身份认证</h1>
<p><input name="account" aria-label="账号" placeholder="账号"></p>
<p><input name="word" type="password" aria-label="密码" placeholder="密码"></p>
<p><button>登录</button></p></form></body></html>
`;
}

/** A page with nothing to read: a bare frame, as many old service halls are. */
export function framePage(): string {
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>网上办事大厅</title></head>
<frameset rows="*"><frame src="login.shtml" name="main" noresize></frameset></html>
`;
}
