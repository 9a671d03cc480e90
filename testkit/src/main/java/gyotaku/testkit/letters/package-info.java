/// Our own letters (`letters/ja/{bad,benign}/*.yml`) become complete mails. What a letter says stands in its file;
/// every
/// formal trait (receiver, route, mailer, charset, transfer, form, date) is drawn from a hash of its id alone, so that
/// no such trait can tell the bad from the benign.
package gyotaku.testkit.letters;
