/** The words of stories about keys. */
import type { Locale } from '@passerelle/shared/locales.ts';

export interface Words {
  readonly first: string;
  readonly second: string;
  readonly setUp: string;
  readonly code: string;
  readonly wrong: RegExp;
  readonly confirm: string;
  readonly kept: string;
  readonly account: string;
  readonly name: string;
  readonly add: string;
  readonly signIn: string;
  readonly use: string;
  readonly lost: string;
  readonly recovery: string;
  readonly left: RegExp;
  readonly remove: string;
  readonly removeApplication: string;
  readonly stays: RegExp;
  readonly signOut: string;
  readonly stepUp: string;
  readonly mail: RegExp;
}

export const WORDS = {
  fr: {
    first: 'Créer une clé', second: 'Deuxième étape', setUp: 'Configurer une application', code: 'Code à six chiffres', wrong: /^Ce code est faux/, confirm: 'Confirmer', kept: 'Je les ai mis de côté',
    account: 'Votre compte', name: 'Nom de la clé d’accès', add: 'Ajouter une clé d’accès', signIn: 'Se connecter avec une clé d’accès', use: 'Utiliser une clé d’accès', lost: 'J’ai perdu mes clés',
    recovery: 'Code de secours', left: /^9 codes restants/, remove: 'Supprimer', removeApplication: 'Supprimer l’application', stays: /c’est la dernière/, signOut: 'Se déconnecter',
    stepUp: 'Confirmez que c’est bien vous', mail: /Une clé d’accès a été ajoutée/,
  },
  el: {
    first: 'Δημιουργία κλειδιού', second: 'Δεύτερο βήμα', setUp: 'Ρύθμιση εφαρμογής', code: 'Κωδικός έξι ψηφίων', wrong: /^Αυτός ο κωδικός δεν είναι σωστός/, confirm: 'Επιβεβαίωση', kept: 'Τους έχω φυλάξει',
    account: 'Ο λογαριασμός σας', name: 'Όνομα του κλειδιού πρόσβασης', add: 'Προσθήκη κλειδιού πρόσβασης', signIn: 'Σύνδεση με κλειδί πρόσβασης', use: 'Χρήση κλειδιού πρόσβασης', lost: 'Έχω χάσει τα κλειδιά μου',
    recovery: 'Κωδικός ανάκτησης', left: /^Απομένουν 9 κωδικοί/, remove: 'Αφαίρεση', removeApplication: 'Αφαίρεση της εφαρμογής', stays: /είναι το τελευταίο/, signOut: 'Αποσύνδεση',
    stepUp: 'Επιβεβαιώστε ότι είστε εσείς', mail: /Προστέθηκε ένα κλειδί πρόσβασης/,
  },
} satisfies Partial<Record<Locale, Words>>;
