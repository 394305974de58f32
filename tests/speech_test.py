"""Who said what in the ways that news has of telling it, with the weights that are shipped.

Each test holds the speakers and their words of one short passage, in the order of the text: what readers of such
records complain of first where it is wrong. All passages are read in one run.
"""
import unittest

from support import PassageTest, passage


def words(record, spans):
    return [" ".join(record["text"][a:b].split()) for a, b in spans]


def said(record):
    """[(speaker, words)] of the statements that lie in no other; the words of all pieces, without marks at the ends."""
    found = []
    for statement in record["statements"]:
        if "within" in statement:
            continue
        actor = statement["source"].get("actor")
        name = None if actor is None else record["actors"][actor]["name"]
        content = " ... ".join(words(record, statement["content"]["spans"]))
        found.append((name, content.strip("\"“”'‘’.,?! ")))
    return found


class Speech(PassageTest):
    @passage('The clinic closed in March. Hill, a doctor who ran it for ten years, said the town had lost its last '
             'hope. "We begged the council to listen," Hill, a doctor, said.')
    def test_an_apposition_stands_between_name_and_verb(self, record):
        self.assertEqual(said(record), [("Hill", "the town had lost its last hope"),
                                        ("Hill", "We begged the council to listen")])

    @passage("“We will rebuild the bridge before winter,” said Anna Petrova,\n\na deputy governor of the region,\n\n"
             "who visited the site on Monday.")
    def test_an_apposition_is_cut_by_paragraphs(self, record):
        self.assertEqual(said(record), [("Anna Petrova", "We will rebuild the bridge before winter")])

    @passage('Senator Carla Ruiz opened the hearing with a long complaint.\n\n"The agency has lied to us for years.\n\n'
             '"It lied about the costs, and it lied about the risks.\n\n"It will not lie again," Ruiz said.')
    def test_marks_are_opened_again_in_each_paragraph_and_closed_once(self, record):
        self.assertEqual([name for name, _ in said(record)], ["Carla Ruiz"])
        self.assertEqual(words(record, record["statements"][0]["quoted"]),
                         ["The agency has lied to us for years.",
                          "It lied about the costs, and it lied about the risks.", "It will not lie again,"])

    @passage('The so-called "miracle drug" was withdrawn on Friday. Tony "Fat Boy" Marino, a supplier of the "wonder '
             'pill", was arrested near his home.')
    def test_scare_quotes_and_nicknames_are_no_statements(self, record):
        self.assertEqual(said(record), [])

    @passage('"The talks were useful, the minister said after the meeting. Officials in Ankara disagreed. "Nothing was '
             'agreed, a diplomat said.')
    def test_an_odd_number_of_marks_mixes_up_no_speakers(self, record):
        self.assertEqual(said(record), [("minister", "The talks were useful"), ("a diplomat", "Nothing was agreed")])

    @passage('Northgate Metals sold its Leeds plant.\n\n"This sale lets us focus on copper."\n— Maria Lindt, chief '
             'executive of Northgate Metals\n\n"Our members were never consulted."\n- Paul Owens, General Secretary, '
             'Steel Union')
    def test_quotations_are_signed_behind_a_dash(self, record):
        self.assertEqual(said(record)[-2:], [("Maria Lindt", "This sale lets us focus on copper"),
                                             ("Paul Owens", "Our members were never consulted")])

    @passage('PRESS RELEASE\n\nFrom Mayor Joan Bell: "The city will not raise the water price this year."\n\nFrom '
             'Greenline Director Omar Aziz: "We welcome the decision, but it comes late."')
    def test_quotations_come_from_somebody_in_a_press_release(self, record):
        self.assertEqual(said(record), [("Joan Bell", "The city will not raise the water price this year"),
                                        ("Omar Aziz", "We welcome the decision, but it comes late")])

    @passage("Transcript of the press conference\n\nREPORTER: Will you send more troops?\n\nMINISTER KOWALSKI: We have "
             "not decided. The cabinet meets on Thursday.\n\nREPORTER: And the costs?\n\nKOWALSKI: They are within the "
             "budget.")
    def test_a_transcript_has_its_turns(self, record):
        self.assertEqual(said(record), [
            ("REPORTER", "Will you send more troops"), ("KOWALSKI", "We have not decided. The cabinet meets on Thursday"),
            ("REPORTER", "And the costs"), ("KOWALSKI", "They are within the budget")])
        self.assertEqual({s["kind"] for s in record["statements"]}, {"direct"})

    @passage("Ms. Farrow: I did not sign that paper.\nThe Chairman: Who did, then?\nMs. Farrow: My late husband.")
    def test_a_transcript_has_its_turns_line_by_line(self, record):
        self.assertEqual(said(record), [("Farrow", "I did not sign that paper"), ("Chairman", "Who did, then"),
                                        ("Farrow", "My late husband")])

    @passage("Q: Mr. President, did you know about the letter?\n\nA: I knew nothing about it.\n\nQ: Who did?\n\nA: You "
             "would have to ask the chief of staff.")
    def test_questions_and_answers_without_names_have_no_speaker(self, record):
        self.assertEqual([name for name, _ in said(record)], [None] * 4)
        self.assertEqual(said(record)[1][1], "I knew nothing about it")

    @passage("Trade between the two states has doubled: last year it reached 4 billion. Opening hours: Monday to "
             "Friday.\nTime: 10:30.\nLeeds: 2\nYork: 1\nLeeds: 3\nYork: 0")
    def test_lists_with_colons_are_no_transcript(self, record):
        self.assertEqual(said(record), [])

    @passage('Finance Minister Lena Brandt said the budget would be balanced. She added that no new taxes were planned. '
             '"We keep our word," she said. She also promised relief for small firms, adding that details would follow '
             'in May.')
    def test_a_chain_of_she_added_is_of_one_speaker(self, record):
        self.assertEqual({name for name, _ in said(record)}, {"Lena Brandt"})
        self.assertGreaterEqual(len(said(record)), 4)

    @passage('Union leader Marc Duval vowed to fight the closure. "They will have to carry us out," he thundered. '
             'Managing director Eva Roth countered that the plant had lost money for six years.')
    def test_verbs_other_than_say_tell_too(self, record):
        self.assertEqual(said(record), [
            ("Marc Duval", "to fight the closure"), ("Marc Duval", "They will have to carry us out"),
            ("Eva Roth", "that the plant had lost money for six years")])

    @passage("Minister: no talks before the vote\n\nThe foreign minister, Adil Karim, said on Monday that there would be "
             "no talks with the rebels before the vote.")
    def test_a_headline_with_a_colon_is_explained_by_the_body(self, record):
        self.assertEqual(said(record), [
            ("Adil Karim", "no talks before the vote"),
            ("Adil Karim", "that there would be no talks with the rebels before the vote")])

    @passage("It was reported that the deal was worth 3 billion euros.")
    def test_a_passive_has_no_speaker(self, record):
        self.assertEqual(said(record), [(None, "that the deal was worth 3 billion euros")])

    @passage('Mayor Joan Bell looked tired when she left the meeting. "It was a long night. Nobody is happy with the '
             'result." She then drove home.')
    def test_direct_speech_without_a_verb_follows_its_speaker(self, record):
        self.assertEqual(said(record), [("Joan Bell", "It was a long night. Nobody is happy with the result")])
        self.assertEqual(record["statements"][0]["source"]["spans"], [])

    @passage("“I don’t know,” Rosa Lind said.\n\n“Nobody knows.”\n\nPeter Lang, who owns the shop, shrugged. “Ask the "
             "mayor.”")
    def test_direct_speech_is_not_given_to_whoever_spoke_before_another_acts(self, record):
        self.assertEqual(said(record), [("Rosa Lind", "I don’t know,” ... “Nobody knows"), ("Peter Lang", "Ask the mayor")])

    @passage('"The dam," Governor Luis Ortega said on Tuesday, "will hold. We have checked it twice."')
    def test_content_stands_on_both_sides_of_its_cue(self, record):
        self.assertEqual(said(record), [("Luis Ortega", 'The dam," ... "will hold. We have checked it twice')])

    @passage("The spokesman said that the minister had told the committee that the war was lost.")
    def test_a_statement_lies_inside_another(self, record):
        outer, inner = record["statements"]
        self.assertEqual(inner["within"], 0)
        self.assertEqual(words(record, inner["content"]["spans"]), ["that the war was lost"])
        names = [record["actors"][s["source"]["actor"]]["name"] for s in (outer, inner)]
        self.assertEqual(names, ["spokesman", "minister"])

    @passage('The mayor "regretted" the "incident" and called the critics "a mob with pens".')
    def test_a_cue_in_marks_is_cut_of_them(self, record):
        self.assertEqual(words(record, record["statements"][0]["cue"]["spans"]), ["regretted"])
        self.assertEqual(words(record, record["statements"][0]["content"]["spans"]), ['the "incident"'])

    @passage("Foreign ministers Anna Novak of Czechia and Petr Hala of Slovakia said they would not sign. Novak and Hala "
             "said the text was too vague. The two ministers added that talks would go on.")
    def test_a_source_of_several_leads_to_each(self, record):
        for statement in record["statements"]:
            self.assertEqual([record["actors"][a]["name"] for a in statement["source"]["actors"]],
                             ["Anna Novak", "Petr Hala"])

    @passage("Prime Minister Keir Olsen met President Luc Morel on Monday. The prime minister said a deal was close. The "
             "president said there was no deal. The governor himself said he had not been asked.")
    def test_a_title_is_nobodys_who_has_another(self, record):
        self.assertEqual([name for name, _ in said(record)], ["Keir Olsen", "Luc Morel", "governor"])

    @passage("The defence ministry published its plan on Monday. They said the new brigade would be ready by spring.")
    def test_they_can_be_a_ministry(self, record):
        self.assertEqual(said(record)[-1], ("defence ministry", "the new brigade would be ready by spring"))

    @passage("Speaking to lawmakers, President Nadia Haddad said the army would stay out. Asked about the tariffs, she "
             "said they would fall. She told Prime Minister Modi by phone that trade would resume.")
    def test_hearers_and_questions_are_told_apart(self, record):
        found = [{k: words(record, [s[k]])[0] for k in ("addressee", "about") if k in s} for s in record["statements"]]
        self.assertEqual(found, [{"addressee": "lawmakers"}, {"about": "the tariffs"}, {"addressee": "Prime Minister Modi"}])

    @passage("The ministry denied that prisoners had been beaten. Its spokesman, Ivan Petrov, refused to say how many "
             "were held.")
    def test_denying_and_refusing_are_marked(self, record):
        self.assertEqual([s.get("polarity") for s in record["statements"]], ["denies", "refuses"])


if __name__ == "__main__":
    unittest.main()
