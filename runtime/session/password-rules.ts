import type { Problem } from '#platform';

const charactersMin = 8;

/** The passwords that lists of leaked ones begin with, as far as they are long enough to pass otherwise. */
const common = new Set(
  `12345678 123456789 1234567890 password password1 password123 qwertyui qwerty123 qwertyuiop 1q2w3e4r 1qaz2wsx
  11111111 00000000 87654321 12341234 abcd1234 iloveyou sunshine princess football baseball superman trustno1
  letmein1 welcome1 admin123 administrator passw0rd p@ssw0rd zaq12wsx asdfghjk asdfghjkl qazwsxedc 1234qwer
  qwer1234 monkey123 dragon123 master123 changeme computer internet whatever michelle jennifer starwars 88888888
  пароль123 йцукенгш йцукен123 привет123 любовь123 администратор`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** What is wrong with a new password; nothing when it will do. Length counts, composition does not. */
export function passwordProblems(password: string, login: string): Problem[] {
  if ([...password].length < charactersMin)
    return [{ code: 'password-too-short', parameters: { minimum: charactersMin } }];
  const known = password.toLowerCase();
  const guessable = common.has(known) || known === login.toLowerCase() || /^(.)\1*$/u.test(known);
  return guessable ? [{ code: 'password-too-common', parameters: {} }] : [];
}
