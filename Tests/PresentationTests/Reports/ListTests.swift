import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

/// Sections and agreements.
@Suite("Lists of sections and agreements")
struct ListTests {
    private var now: Timestamp { get throws { try #require(Timestamp("2021-05-06T09:00:00+08:00")) } }

    @Test("None")
    func none() throws {
        let docket = try Story().docket
        #expect(SectionList([]).text(.zh) == "还没有登记断面：tongzhou sections add\n")
        #expect(SectionList([]).text(.en) == "No sections yet: tongzhou sections add\n")
        #expect(SectionList([]).jsonText == #"{"schema":1,"sections":[]}"# + "\n")
        #expect(try AgreementList(docket, now: now).text(.zh) == "还没有协议：tongzhou agreements draft\n")
        #expect(try AgreementList(docket, now: now).text(.en) == "No agreements yet: tongzhou agreements draft\n")
        #expect(try AgreementList(docket, now: now).jsonText == #"{"agreements":[],"schema":1}"# + "\n")
    }

    @Test("Sections")
    func sections() throws {
        var story = try Story()
        try story.draw()
        let list = SectionList(story.docket.sections.sections)
        #expect(
            list.text(.zh) == """
                断面         名称    河流  流域      类型  级别  上游 → 下游
                430000-liye  里耶镇  酉水  长江流域  河流  国控  500000 → 430000

                """)
        #expect(
            list.text(.en) == """
                section      name       river  basin     body   control  upstream → downstream
                430000-liye  Liye Town  酉水   长江流域  river  国控     500000 → 430000

                """)
        #expect(
            list.jsonText == #"""
                {"schema":1,"sections":[{"aliases":["里耶"],"basin":"长江流域","body_type":"river",\#
                "control_level":"国控","downstream":"430000","name_en":"Liye Town","name_zh":"里耶镇",\#
                "river":"酉水","section":"430000-liye","upstream":"500000"}]}

                """#)
    }

    @Test("Agreements, before and after the last signature")
    func agreements() throws {
        var story = try Story()
        try story.draw()
        let scheme = SchemeEntry(text: try Story.scheme()).digest.hex
        let digest = try Story.agreement().digest.hex
        let signed = story.now.text
        #expect(
            try AgreementList(story.docket, now: now).text(.zh) == """
                协议          名称                      状态    已签署  有效期
                youshui-2019  酉水流域横向生态保护补偿  待签署  湖南省  2021-01–2021-12

                """)
        try story.sign(Story.chongqing)
        #expect(
            try AgreementList(story.docket, now: now).text(.en) == """
                agreement     title                                            state     signed by         valid
                youshui-2019  Youshui river compensation, Chongqing and Hunan  in force  Hunan, Chongqing  2021-01–2021-12

                """)
        #expect(
            try AgreementList(story.docket, now: now).jsonText == #"""
                {"agreements":[{"agreement":"youshui-2019",\#
                "agreement_digest":"\#(digest)","channel":"youshui","drafted_by":["430000"],"in_force":true,\#
                "parties":["430000","500000"],"scheme_digest":"\#(scheme)",\#
                "signed_at":"\#(signed)","signed_by":["430000","500000"],"state":"in-force",\#
                "valid_from":"2021-01","valid_to":"2021-12"}],"schema":1}

                """#)
    }
}
